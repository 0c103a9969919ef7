using System.Globalization;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>How amounts, dates and counts are put on pages.</summary>
internal static class PageTexts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Such as <c>12.50</c>.</summary>
    public static string Amount(long hundredths) => (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>9 Mar 2026</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", English);

    /// <summary>The day in UTC.</summary>
    public static string Date(DateTimeOffset instant) => Date(DateOnly.FromDateTime(instant.UtcDateTime));

    /// <summary>Such as <c>9 Mar 2026, 14:05 UTC</c>.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", English);

    /// <summary>For machines.</summary>
    public static string DateCode(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string InstantCode(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>1 certificate</c> or <c>3 certificates</c>.</summary>
    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
