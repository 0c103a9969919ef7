using System.Globalization;
using CmeOrleans.Domain.Memberships;

namespace CmeOrleans.Domain.Tests;

public sealed class MembershipTermTests
{
    [Theory]
    [InlineData(null, null, "2026-11-22", "2026-11-22", "2027-11-21")] // The first.
    [InlineData("2024-01-01", "2026-11-21", "2026-11-22", "2026-11-22", "2027-11-21")] // Lapsed yesterday: from today.
    [InlineData("2024-01-01", "2026-11-22", "2026-11-22", "2024-01-01", "2027-11-22")] // Its last day: without a gap.
    [InlineData("2024-01-01", "2027-03-31", "2026-11-22", "2024-01-01", "2028-03-31")]
    [InlineData("2027-01-01", "2027-12-31", "2026-11-22", "2027-01-01", "2028-12-31")] // Not begun yet.
    [InlineData(null, null, "2024-02-29", "2024-02-29", "2025-02-27")]
    [InlineData("2023-01-01", "2024-02-28", "2024-01-01", "2023-01-01", "2025-02-27")]
    [InlineData("2023-03-01", "2024-02-29", "2024-01-01", "2023-03-01", "2025-02-28")]
    [InlineData("2020-01-01", "9998-12-31", "2026-11-22", "2020-01-01", "9999-12-31")]
    [InlineData("2020-01-01", "9999-12-31", "2026-11-22", "2020-01-01", "9999-12-31")]
    public void Year_begins_after_the_last_day_or_today(string? startsOn, string? endsOn, string today, string expectedStart, string expectedEnd)
    {
        MembershipTerm? current = startsOn is null ? null : new(Date(startsOn), Date(endsOn!));

        Assert.Equal(new(Date(expectedStart), Date(expectedEnd)), MembershipTerm.ExtendByYear(current, Date(today)));
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
