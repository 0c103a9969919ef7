namespace CmeOrleans.Domain.Support;

/// <summary>When people answer: Monday to Friday, 8 AM to 5 PM Central Time, except on federal holidays.</summary>
public static class SupportHours
{
    /// <summary>The time zone of the office.</summary>
    public const string TimeZoneId = "America/Chicago";

    public static readonly TimeOnly OpensAt = new(8, 0);
    public static readonly TimeOnly ClosesAt = new(17, 0);

    /// <summary>
    /// The day on which what came in at <paramref name="receivedAt"/> is answered at the latest: the next business day. What comes
    /// in while the office is closed is answered on the next day on which it opens, which may be the same one.
    /// </summary>
    /// <param name="receivedAt">When the request came in.</param>
    /// <param name="centralTime">The zone <see cref="TimeZoneId"/>.</param>
    public static DateOnly AnsweredOn(DateTimeOffset receivedAt, TimeZoneInfo centralTime)
    {
        var local = TimeZoneInfo.ConvertTime(receivedAt, centralTime);
        var date = DateOnly.FromDateTime(local.DateTime);
        if (IsBusinessDay(date) && TimeOnly.FromDateTime(local.DateTime) < OpensAt)
        {
            return date;
        }

        // No four days in a row are all weekend or holiday, so this ends soon.
        do
        {
            date = date.AddDays(1);
        }
        while (!IsBusinessDay(date));

        return date;
    }

    /// <summary>The instant at which the office closes on <paramref name="date"/>.</summary>
    public static DateTimeOffset CloseOf(DateOnly date, TimeZoneInfo centralTime)
    {
        // Clocks change at night, so there is one such instant on every day.
        var local = date.ToDateTime(ClosesAt);
        return new DateTimeOffset(local, centralTime.GetUtcOffset(local)).ToUniversalTime();
    }

    public static bool IsBusinessDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FederalHolidays.IsObserved(date);
}
