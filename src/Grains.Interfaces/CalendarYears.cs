namespace CmeOrleans.Grains.Interfaces;

/// <summary>The years that a date or an instant may lie in: wide enough for every career, narrow enough to catch slips.</summary>
public static class CalendarYears
{
    public const int Min = 1900;
    public const int Max = 2200;

    public static bool Have(DateOnly date) => date.Year is >= Min and <= Max;
}
