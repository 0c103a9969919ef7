using System.Globalization;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>Until when a credit can be claimed: computed once, when earned, in the provider's time zone.</summary>
public sealed class ClaimByTests
{
    private static readonly EarnTerms AnyYear = Sample.Course with { StartsOn = new(2019, 1, 1), EndsOn = new(2029, 12, 31) };

    private readonly TestLedger _learner = new();

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 36, "2027-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    [InlineData("2025-12-31", 2, "2026-02-28")]
    [InlineData("2025-11-30", 36, "2028-11-30")]
    public void Window_is_counted_in_months_and_ends_with_a_shorter_month(string completedOn, int months, string expected)
    {
        _learner.Now = Instant("2026-03-01T00:00:00Z");

        var credit = _learner.Earned(AnyYear with { ClaimWindowMonths = months }, Instant($"{completedOn}T12:00:00Z"))[0];

        Assert.Equal(Date(expected), credit.ClaimBy);
    }

    [Theory]
    [InlineData("2028-12-31", "2028-12-31")]
    [InlineData("2029-02-28", "2029-02-28")]
    [InlineData("2029-03-01", "2029-03-01")]
    [InlineData("2029-03-02", "2029-03-01")]
    [InlineData("2040-01-01", "2029-03-01")]
    [InlineData(null, "2029-03-01")]
    public void Date_of_the_offering_counts_when_it_comes_before_the_end_of_the_window(string? claimBy, string expected)
    {
        var topic = Sample.Topic("topic-1", Sample.Worth(Sample.Ama, 100, claimBy is null ? null : Date(claimBy)));

        var credit = _learner.Earned(Sample.Course with { Topic = topic }, Instant("2026-03-01T00:00:00Z"))[0];

        Assert.Equal(Date(expected), credit.ClaimBy);
    }

    [Theory]
    [InlineData("UTC", "2026-04-16T00:00:00Z")]
    [InlineData("America/Chicago", "2026-04-16T05:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-04-15T12:00:00Z")]
    [InlineData("America/Santiago", "2026-04-16T04:00:00Z")]
    public void Credit_can_be_claimed_to_the_last_tick_of_the_providers_day(string zone, string end)
    {
        var topic = Sample.Topic("topic-1", Sample.Worth(Sample.Ama, 100, Date("2026-04-15")));
        var credit = _learner.Earned(Sample.Course with { Topic = topic, TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone) })[0];
        Assert.Equal(Instant(end), credit.ClaimableUntil);

        _learner.Now = Instant(end).AddTicks(-1);
        Assert.Equal(100, _learner.Totals(Sample.Ama).Available.Hundredths);
        _learner.Claimed((credit, 25));

        _learner.Now = Instant(end);
        Assert.Equal(LedgerStatus.LineExpired, _learner.Claim(Sample.Ama, (credit, 25)).Lines.Single().Status);
        Assert.Equal(LedgerStatus.NoLines, _learner.ClaimAll(Sample.Ama).Status);
        Assert.Equal((0L, 75L), (_learner.Totals(Sample.Ama).Available.Hundredths, _learner.Totals(Sample.Ama).Expired.Hundredths));
    }

    [Fact]
    public void Completion_day_of_the_provider_begins_the_window()
    {
        var course = Sample.Course with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"), ClaimWindowMonths = 1 };

        // In Auckland this is already the last day of January.
        var credit = _learner.Earned(course, Instant("2026-01-30T18:00:00Z"))[0];

        Assert.Equal(Date("2026-02-28"), credit.ClaimBy);
    }

    [Fact]
    public void Credit_earned_after_its_claim_by_date_is_born_expired()
    {
        _learner.Now = Instant("2029-03-01T00:00:00Z");

        _learner.Earned(AnyYear, Instant("2026-02-28T00:00:00Z"));

        Assert.Equal((0L, 150L), (_learner.Totals(Sample.Ama).Available.Hundredths, _learner.Totals(Sample.Ama).Expired.Hundredths));
        Assert.NotNull(_learner.Expire());
        Assert.Null(_learner.Expire());
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
