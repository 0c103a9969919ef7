using System.Globalization;
using CmeOrleans.Domain.Support;

namespace CmeOrleans.Domain.Tests;

public sealed class SupportHoursTests
{
    private static readonly TimeZoneInfo CentralTime = TimeZoneInfo.FindSystemTimeZoneById(SupportHours.TimeZoneId);

    [Theory]
    [InlineData("2026-11-23T07:59:59-06:00", "2026-11-23")] // Monday, before the office opens: today.
    [InlineData("2026-11-23T08:00:00-06:00", "2026-11-24")] // Open: the next day.
    [InlineData("2026-11-23T16:59:59-06:00", "2026-11-24")]
    [InlineData("2026-11-23T17:00:00-06:00", "2026-11-24")] // Closed: the next day.
    [InlineData("2026-11-23T23:59:59-06:00", "2026-11-24")]
    [InlineData("2026-11-24T00:00:00-06:00", "2026-11-24")]
    [InlineData("2026-11-24T05:59:59Z", "2026-11-24")] // Still Monday evening in Chicago.
    [InlineData("2026-11-24T14:00:00Z", "2026-11-25")] // 8 AM there.
    [InlineData("2026-11-20T10:00:00-06:00", "2026-11-23")] // Friday: Monday.
    [InlineData("2026-11-21T07:00:00-06:00", "2026-11-23")] // Saturday before 8 AM is no business day.
    [InlineData("2026-11-22T12:00:00-06:00", "2026-11-23")]
    [InlineData("2026-11-25T10:00:00-06:00", "2026-11-27")] // The day before Thanksgiving: the Friday after.
    [InlineData("2026-11-26T07:00:00-06:00", "2026-11-27")] // On Thanksgiving, however early.
    [InlineData("2026-07-02T10:00:00-05:00", "2026-07-06")] // Independence Day on a Saturday: the Friday is off.
    [InlineData("2021-12-30T18:00:00-06:00", "2022-01-03")] // New Year's Day on a Saturday: the last of December is off.
    [InlineData("2022-12-30T10:00:00-06:00", "2023-01-03")] // New Year's Day on a Sunday: the Monday is off.
    [InlineData("2026-03-08T07:30:00-05:00", "2026-03-09")] // The day on which clocks go forward.
    [InlineData("2026-03-09T12:59:59Z", "2026-03-09")] // The first morning of summer time, before 8 AM.
    [InlineData("2026-03-09T13:00:00Z", "2026-03-10")]
    [InlineData("2026-11-02T13:59:59Z", "2026-11-02")] // The first morning of winter time, before 8 AM.
    [InlineData("2026-11-02T14:00:00Z", "2026-11-03")]
    public void Answer_is_promised_for_the_next_business_day(string receivedAt, string answeredOn) =>
        Assert.Equal(
            DateOnly.Parse(answeredOn, CultureInfo.InvariantCulture),
            SupportHours.AnsweredOn(DateTimeOffset.Parse(receivedAt, CultureInfo.InvariantCulture), CentralTime));

    [Theory]
    [InlineData("2026-07-01", "2026-07-01T22:00:00Z")]
    [InlineData("2026-12-01", "2026-12-01T23:00:00Z")]
    public void Office_closes_at_five_central_time(string date, string closesAt) =>
        Assert.Equal(
            DateTimeOffset.Parse(closesAt, CultureInfo.InvariantCulture),
            SupportHours.CloseOf(DateOnly.Parse(date, CultureInfo.InvariantCulture), CentralTime));

    // As the Office of Personnel Management lists them.
    [Theory]
    [InlineData(2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2028, "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    public void Holidays_of_a_year_are_observed_on_these_days(int year, string days)
    {
        var first = new DateOnly(year, 1, 1);

        var observed = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(first.AddDays)
            .Where(FederalHolidays.IsObserved)
            .Where(date => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(date => date.ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(days, string.Join(' ', observed));
    }

    [Fact]
    public void A_business_day_is_never_more_than_four_days_away()
    {
        for (var instant = new DateTimeOffset(2020, 1, 1, 18, 0, 0, TimeSpan.Zero); instant.Year < 2060; instant = instant.AddDays(1))
        {
            var days = SupportHours.AnsweredOn(instant, CentralTime).DayNumber - DateOnly.FromDateTime(instant.UtcDateTime).DayNumber;

            Assert.InRange(days, 1, 4);
        }
    }
}
