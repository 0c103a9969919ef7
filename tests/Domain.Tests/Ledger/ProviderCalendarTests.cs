using System.Globalization;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>Where the days of a provider end. Expected instants are from the tables of the IANA time zone database.</summary>
public sealed class ProviderCalendarTests
{
    [Theory]
    [InlineData("UTC", "2026-03-31", "2026-04-01T00:00:00Z")]
    [InlineData("America/Chicago", "2026-01-15", "2026-01-16T06:00:00Z")]
    [InlineData("America/Chicago", "2026-07-15", "2026-07-16T05:00:00Z")]
    [InlineData("America/Chicago", "2026-03-08", "2026-03-09T05:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-01-15", "2026-01-15T11:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-07-15", "2026-07-15T12:00:00Z")]
    public void Day_ends_at_midnight_of_the_provider(string zone, string date, string expected) => AssertEnd(zone, date, expected);

    /// <summary>Midnight itself is skipped: 24:00 is followed by 01:00.</summary>
    [Theory]
    [InlineData("America/Santiago", "2023-09-02", "2023-09-03T04:00:00Z")]
    [InlineData("Asia/Beirut", "2024-03-30", "2024-03-30T22:00:00Z")]
    [InlineData("America/Havana", "2024-03-09", "2024-03-10T05:00:00Z")]
    public void Day_before_a_skipped_midnight_ends_with_the_jump(string zone, string date, string expected) => AssertEnd(zone, date, expected);

    /// <summary>Clocks go from 01:00 back to 00:00, so midnight comes twice; or from 24:00 back to 23:00, so the last hour does.</summary>
    [Theory]
    [InlineData("America/Havana", "2024-11-02", "2024-11-03T04:00:00Z")]
    [InlineData("Atlantic/Azores", "2024-10-26", "2024-10-27T00:00:00Z")]
    [InlineData("America/Santiago", "2024-04-06", "2024-04-07T04:00:00Z")]
    [InlineData("Asia/Beirut", "2024-10-26", "2024-10-26T22:00:00Z")]
    public void Day_ends_at_the_first_midnight_after_its_last_hour(string zone, string date, string expected) => AssertEnd(zone, date, expected);

    [Fact]
    public void Day_before_a_skipped_day_ends_with_the_jump() => AssertEnd("Pacific/Apia", "2011-12-29", "2011-12-30T10:00:00Z");

    /// <summary>In every time zone, around every change of its clocks and once a month: the end of a day has that day before it and another after it.</summary>
    [Fact]
    public void End_of_a_day_is_the_first_instant_of_another_in_every_time_zone()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            for (var date = new DateOnly(2020, 1, 1); date.Year < 2032; date = date.AddDays(1))
            {
                if (date.Day > 1 && !IsNearChange(date, zone))
                {
                    continue;
                }

                var end = ProviderCalendar.EndOf(date, zone);
                var before = ProviderCalendar.DateAt(end.AddTicks(-1), zone);
                var after = ProviderCalendar.DateAt(end, zone);

                Assert.True(before == date && after > date, $"{zone.Id} {date:O}: {before:O} ends at {end:O}, then comes {after:O}.");
            }
        }
    }

    private static bool IsNearChange(DateOnly date, TimeZoneInfo zone)
    {
        var noon = date.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        return zone.GetUtcOffset(noon.AddDays(-1)) != zone.GetUtcOffset(noon.AddDays(2));
    }

    private static void AssertEnd(string zone, string date, string expected)
    {
        var end = ProviderCalendar.EndOf(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(expected, end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, end.Offset);
    }
}
