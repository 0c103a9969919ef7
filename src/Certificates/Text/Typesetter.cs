using System.Text;
using CmeOrleans.Certificates.Typefaces;

namespace CmeOrleans.Certificates.Text;

/// <summary>Turns text into glyphs: the typeface asked for, else a fallback, with kerning and tracking.</summary>
internal sealed class Typesetter(TypefaceLibrary library)
{
    // Stands in for what no typeface of ours can show; the character itself stays in the text that is copied out.
    private const int ReplacementCharacter = 0xFFFD;

    /// <summary>Whether a typeface of ours has the character and can set it.</summary>
    public bool CanSet(int codePoint) =>
        CharacterRules.IsSettable(codePoint)
        && (library.Serif.GlyphOf(codePoint) != 0 || library.Fallbacks.Any(fallback => fallback.GlyphOf(codePoint) != 0));

    public TextLine SetLine(params ReadOnlySpan<TextSpan> spans) => new(Set(spans));

    /// <summary>Sets the text in lines no wider than <paramref name="widthMax"/> points.</summary>
    public IReadOnlyList<TextLine> SetParagraph(double widthMax, params ReadOnlySpan<TextSpan> spans) =>
        LineBreaker.Break(Set(spans), widthMax);

    /// <summary>As <see cref="SetParagraph"/>, with lines of about the same width.</summary>
    public IReadOnlyList<TextLine> SetEvenParagraph(double widthMax, params ReadOnlySpan<TextSpan> spans) =>
        LineBreaker.BreakEvenly(Set(spans), widthMax);

    private SetGlyph[] Set(ReadOnlySpan<TextSpan> spans)
    {
        var glyphs = new List<SetGlyph>(spans.IsEmpty ? 0 : spans[0].Text.Length);
        foreach (var span in spans)
        {
            var first = glyphs.Count;
            foreach (var rune in (IsAscii(span.Text) ? span.Text : CharacterRules.Normalize(span.Text)).EnumerateRunes())
            {
                if (TrySet(rune, span, out var glyph))
                {
                    glyphs.Add(glyph);
                }
            }

            Kern(glyphs, first, span.Style);
        }

        return [.. glyphs];
    }

    private bool TrySet(Rune rune, TextSpan span, out SetGlyph glyph)
    {
        var (style, codePoint) = (span.Style, rune.Value);
        glyph = default;
        if (CharacterRules.IsInvisible(codePoint))
        {
            // A line break or tabulator in a title separates words; controls of direction print nothing.
            if (!Rune.IsWhiteSpace(rune))
            {
                return false;
            }

            codePoint = ' ';
        }

        var (typeface, glyphIndex) = CharacterRules.IsSettable(codePoint)
            ? Find(style.Typeface, codePoint)
            : Find(style.Typeface, ReplacementCharacter);
        var advance = typeface.AdvanceOf(glyphIndex) * style.Size / typeface.UnitsPerEm;
        var mayBreakAfter = !span.KeepsTogether && codePoint is (' ' or '-' or '–' or '—' or '/');
        glyph = new(
            typeface, style.Size, style.Color, glyphIndex, codePoint, advance + (style.TrackingEm * style.Size), mayBreakAfter);
        return true;
    }

    private (Typeface Typeface, ushort Glyph) Find(Typeface wanted, int codePoint)
    {
        if (wanted.GlyphOf(codePoint) is var glyph and not 0)
        {
            return (wanted, glyph);
        }

        foreach (var fallback in library.Fallbacks)
        {
            if (fallback.GlyphOf(codePoint) is var fallbackGlyph and not 0)
            {
                return (fallback, fallbackGlyph);
            }
        }

        return codePoint == ReplacementCharacter
            ? throw new InvalidOperationException("No embedded typeface has the replacement character.")
            : Find(wanted, ReplacementCharacter);
    }

    private static void Kern(List<SetGlyph> glyphs, int first, TextStyle style)
    {
        for (var index = first; index + 1 < glyphs.Count; index++)
        {
            var (left, right) = (glyphs[index], glyphs[index + 1]);
            if (ReferenceEquals(left.Typeface, right.Typeface))
            {
                var kerning = left.Typeface.KerningBetween((left.CodePoint, left.Glyph), (right.CodePoint, right.Glyph));
                if (kerning != 0)
                {
                    glyphs[index] = left with { Advance = left.Advance + (kerning * style.Size / left.Typeface.UnitsPerEm) };
                }
            }
        }
    }

    private static bool IsAscii(string text) => Ascii.IsValid(text);
}
