namespace CmeOrleans.Certificates.Text;

/// <summary>Breaks glyphs into lines at spaces and after dashes; a word wider than a line is broken where the line ends.</summary>
internal static class LineBreaker
{
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    public static IReadOnlyList<TextLine> Break(SetGlyph[] glyphs, double widthMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(widthMax);

        var lines = new List<TextLine>();
        var start = SkipSpaces(glyphs, 0);
        while (start < glyphs.Length)
        {
            var end = EndOfLine(glyphs, start, widthMax);
            lines.Add(new(new(glyphs, start, TrimmedEnd(glyphs, start, end) - start)));
            start = SkipSpaces(glyphs, end);
        }

        return lines;
    }

    /// <summary>Breaks as <see cref="Break"/> does, then evens the lines out without making them more.</summary>
    /// <remarks>A lone last word under a full line is what the eye trips over in centred text.</remarks>
    public static IReadOnlyList<TextLine> BreakEvenly(SetGlyph[] glyphs, double widthMax)
    {
        const int stepsCount = 7;

        var lines = Break(glyphs, widthMax);
        if (lines.Count < 2)
        {
            return lines;
        }

        var (tooNarrow, wideEnough) = (0.0, widthMax);
        var best = lines;
        for (var step = 0; step < stepsCount; step++)
        {
            var width = (tooNarrow + wideEnough) / 2;
            var candidate = Break(glyphs, width);
            if (candidate.Count > lines.Count)
            {
                tooNarrow = width;
            }
            else
            {
                (wideEnough, best) = (width, candidate);
            }
        }

        return best;
    }

    private static int EndOfLine(SetGlyph[] glyphs, int start, double widthMax)
    {
        var width = 0.0;
        var lastBreak = -1;
        for (var index = start; index < glyphs.Length; index++)
        {
            var glyph = glyphs[index];
            width += glyph.Advance;

            // Spaces at the end of a line hang over its edge and are trimmed.
            if (width > widthMax && !glyph.IsSpace)
            {
                return lastBreak > start ? lastBreak : Math.Max(index, start + 1);
            }

            if (glyph.MayBreakAfter)
            {
                lastBreak = index + 1;
            }
        }

        return glyphs.Length;
    }

    private static int SkipSpaces(SetGlyph[] glyphs, int start)
    {
        while (start < glyphs.Length && glyphs[start].IsSpace)
        {
            start++;
        }

        return start;
    }

    private static int TrimmedEnd(SetGlyph[] glyphs, int start, int end)
    {
        while (end > start && glyphs[end - 1].IsSpace)
        {
            end--;
        }

        return end;
    }
}
