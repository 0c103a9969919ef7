namespace CmeOrleans.Domain.Ledger;

/// <summary>Days as a provider counts them.</summary>
public static class ProviderCalendar
{
    // Clocks are at most 14 hours before UTC and at most 12 behind it; an hour more on either side is on the safe side.
    private static readonly TimeSpan EarliestEnd = TimeSpan.FromHours(-15);
    private static readonly TimeSpan LatestEnd = TimeSpan.FromHours(13);

    /// <summary>The provider's date at <paramref name="instant"/>.</summary>
    public static DateOnly DateAt(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The first instant after <paramref name="date"/> is over for the provider, in UTC.</summary>
    /// <remarks>
    /// Found by halving, to the second, because only the way from an instant to a date is without doubt: some zones skip
    /// midnight, some have it twice, and one has skipped a day.
    /// </remarks>
    public static DateTimeOffset EndOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = new DateTimeOffset(date.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var during = (long)EarliestEnd.TotalSeconds;
        var after = (long)LatestEnd.TotalSeconds;
        while (after - during > 1)
        {
            var middle = (during + after) / 2;
            if (DateAt(midnight.AddSeconds(middle), zone) > date)
            {
                after = middle;
            }
            else
            {
                during = middle;
            }
        }

        return midnight.AddSeconds(after);
    }
}
