using System.Globalization;
using System.Text;

namespace CmeOrleans.Certificates.Text;

/// <summary>
/// Which characters can be set one after another from left to right without the shaping that other scripts need: Latin,
/// Greek and Cyrillic with all their extensions, figures, punctuation and the usual signs.
/// </summary>
internal static class CharacterRules
{
    private static readonly (int First, int Last)[] SettableRanges =
    [
        (0x0020, 0x052F), // Latin, phonetic letters, combining marks, Greek, Cyrillic
        (0x1AB0, 0x1AFF), // further combining marks
        (0x1C80, 0x1C8F), // Cyrillic
        (0x1D00, 0x200A), // phonetic letters, Latin with Vietnamese, Greek with accents, spaces
        (0x2010, 0x2027), // dashes, quotation marks, dots
        (0x202F, 0x205E), // further punctuation
        (0x2070, 0x218F), // superscripts, currencies, letter-like signs, fractions
        (0x2190, 0x22FF), // arrows, mathematics
        (0x2C60, 0x2C7F), // Latin
        (0x2DE0, 0x2E7F), // Cyrillic marks, punctuation
        (0xA640, 0xA69F), // Cyrillic
        (0xA700, 0xA7FF), // Latin
        (0xAB30, 0xAB6F), // Latin
        (0xFB00, 0xFB06), // ligatures of old encodings
    ];

    private static readonly (int First, int Last)[] RightToLeftRanges =
    [
        (0x0590, 0x08FF),
        (0xFB1D, 0xFDFF),
        (0xFE70, 0xFEFE),
        (0x10800, 0x10FFF),
        (0x1E800, 0x1EFFF),
    ];

    public static bool IsSettable(int codePoint) => IsIn(SettableRanges, codePoint) && !IsInvisible(codePoint);

    public static bool RunsRightToLeft(int codePoint) => IsIn(RightToLeftRanges, codePoint);

    /// <summary>Line breaks, tabulators and controls of text direction: nothing that could be printed.</summary>
    public static bool IsInvisible(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Composes letters with their marks, since fonts have most of them as one glyph.</summary>
    /// <remarks>A lone half of a surrogate pair cannot be normalised; it becomes the replacement character first.</remarks>
    public static string Normalize(string text)
    {
        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            wellFormed.Append(rune.ToString());
        }

        return wellFormed.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsIn((int First, int Last)[] ranges, int codePoint)
    {
        foreach (var (first, last) in ranges)
        {
            if (codePoint >= first && codePoint <= last)
            {
                return true;
            }
        }

        return false;
    }
}
