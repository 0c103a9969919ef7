using System.Globalization;

namespace CmeOrleans.WebApi.Pages.Public;

/// <summary>How amounts and dates are put for people.</summary>
internal static class PublicTexts
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>Such as <c>0.5</c>.</summary>
    public static string Amount(long hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>March 9, 2026</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("MMMM d, yyyy", English);

    /// <summary>Such as <c>2026-03-09</c>, for machines.</summary>
    public static string DateCode(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
