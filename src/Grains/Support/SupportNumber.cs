using System.Globalization;

namespace CmeOrleans.Grains.Support;

/// <summary>The numbers of requests as people read them: <c>S-1042</c>.</summary>
internal static class SupportNumber
{
    private const string Prefix = "S-";

    public static string Format(long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    /// <summary>Takes the one way to write a number: without spaces, signs or leading zeros.</summary>
    public static bool TryParse(string text, out long number)
    {
        number = 0;
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && Format(number) == text;
    }
}
