using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Typefaces;

namespace CmeOrleans.Certificates.Text;

/// <summary>One glyph ready to be put on paper.</summary>
/// <param name="CodePoint">The character it stands for, so that text can be copied out of the document.</param>
/// <param name="Advance">The distance to the next glyph in points, kerning and tracking included.</param>
/// <param name="MayBreakAfter">Whether a line may end after this glyph.</param>
internal readonly record struct SetGlyph(
    Typeface Typeface, double Size, InkColor Color, ushort Glyph, int CodePoint, double Advance, bool MayBreakAfter)
{
    public bool IsSpace => CodePoint == ' ';

    /// <summary>The distance to the next glyph that a viewer assumes by itself, in points.</summary>
    public double NaturalAdvance => Typeface.AdvanceOf(Glyph) * Size / Typeface.UnitsPerEm;
}
