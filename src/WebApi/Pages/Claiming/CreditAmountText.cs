using System.Globalization;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>Amounts as people type them.</summary>
internal static class CreditAmountText
{
    private const int LengthMax = 12;
    private const decimal AmountMax = 100_000m;

    /// <summary>The amount in hundredths; false unless the text is a number with at most two decimals.</summary>
    public static bool TryParse(string text, out long hundredths)
    {
        hundredths = 0;
        if (text.Length > LengthMax
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            || Math.Abs(amount) > AmountMax
            || amount * 100 != decimal.Truncate(amount * 100))
        {
            return false;
        }

        hundredths = (long)(amount * 100);
        return true;
    }
}
