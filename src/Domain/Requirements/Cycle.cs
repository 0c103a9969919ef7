namespace CmeOrleans.Domain.Requirements;

/// <summary>The period whose credit counts towards a renewal.</summary>
/// <param name="From">The first day, included.</param>
/// <param name="To">The last day, included.</param>
public readonly record struct Cycle(DateOnly From, DateOnly To)
{
    /// <summary>The cycle of so many months that ends on a day. Such cycles follow each other without gap and without overlap.</summary>
    /// <remarks>A cycle that ends with a month began with one: one of two years that ends on 28 February 2027 began on 1 March 2025.</remarks>
    /// <param name="to">The last day.</param>
    /// <param name="months">Its length, at least one month.</param>
    public static Cycle Ending(DateOnly to, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return new(IsLastOfMonth(to) ? to.AddDays(1).AddMonths(-months) : to.AddMonths(-months).AddDays(1), to);
    }

    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>Days from <paramref name="today"/> to the last day; 0 on the last day, and below when it has passed.</summary>
    public int DaysLeftOn(DateOnly today) => To.DayNumber - today.DayNumber;

    private static bool IsLastOfMonth(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
