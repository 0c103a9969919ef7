namespace CmeOrleans.Domain.Support;

/// <summary>The legal public holidays of the United States, on the days on which offices are closed for them.</summary>
/// <remarks>
/// 5 U.S.C. 6103: a holiday on a Saturday is observed on the Friday before, one on a Sunday on the Monday after (Executive
/// Order 11582). Inauguration Day is one for offices in and around Washington only, and is none here.
/// </remarks>
public static class FederalHolidays
{
    private const int DaysPerWeek = 7;
    private const int JuneteenthSince = 2021;

    /// <summary>Whether offices are closed on <paramref name="date"/> for a holiday.</summary>
    public static bool IsObserved(DateOnly date) => date.Month switch
    {
        1 => IsObserved(date, 1, 1) || IsNth(3, DayOfWeek.Monday, date), // New Year's Day; Birthday of Martin Luther King, Jr.
        2 => IsNth(3, DayOfWeek.Monday, date), // Washington's Birthday
        5 => date.DayOfWeek is DayOfWeek.Monday && date.AddDays(DaysPerWeek).Month == 6, // Memorial Day
        6 => date.Year >= JuneteenthSince && IsObserved(date, 6, 19), // Juneteenth National Independence Day
        7 => IsObserved(date, 7, 4), // Independence Day
        9 => IsNth(1, DayOfWeek.Monday, date), // Labor Day
        10 => IsNth(2, DayOfWeek.Monday, date), // Columbus Day
        11 => IsObserved(date, 11, 11) || IsNth(4, DayOfWeek.Thursday, date), // Veterans Day; Thanksgiving Day
        12 => IsObserved(date, 12, 25) || IsEveOfSaturdayNewYear(date), // Christmas Day
        _ => false,
    };

    private static bool IsObserved(DateOnly date, int month, int day)
    {
        var holiday = new DateOnly(date.Year, month, day);
        return date == holiday.DayOfWeek switch
        {
            // The first of January has its Friday in the year before.
            DayOfWeek.Saturday when holiday.DayOfYear > 1 => holiday.AddDays(-1),
            DayOfWeek.Sunday => holiday.AddDays(1),
            _ => holiday,
        };
    }

    private static bool IsEveOfSaturdayNewYear(DateOnly date) => date is { Day: 31, DayOfWeek: DayOfWeek.Friday };

    private static bool IsNth(int n, DayOfWeek day, DateOnly date) =>
        date.DayOfWeek == day && (date.Day - 1) / DaysPerWeek == n - 1;
}
