namespace CmeOrleans.Certificates.Text;

/// <summary>Glyphs on one baseline.</summary>
internal sealed class TextLine
{
    public TextLine(ArraySegment<SetGlyph> glyphs)
    {
        Glyphs = glyphs;
        foreach (var glyph in glyphs)
        {
            Width += glyph.Advance;
            Size = Math.Max(Size, glyph.Size);
        }
    }

    public ArraySegment<SetGlyph> Glyphs { get; }

    /// <summary>In points.</summary>
    public double Width { get; }

    /// <summary>The largest em size on the line, in points; 0 for an empty line.</summary>
    public double Size { get; }
}
