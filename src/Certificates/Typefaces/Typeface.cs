namespace CmeOrleans.Certificates.Typefaces;

/// <summary>One typeface as far as setting text needs it. Immutable after construction, hence safe on any thread.</summary>
internal sealed class Typeface
{
    private const int AsciiCount = 128;

    private readonly ushort[] _advances;
    private readonly short[] _bearings;
    private readonly CharacterMap _characters;
    private readonly PairKerning _kerning;

    // Most text is ASCII, and looking pairs up in the font's own tables is slow; so these pairs are looked up once.
    private readonly ushort[] _asciiGlyphs = new ushort[AsciiCount];
    private readonly short[] _asciiKerning = new short[AsciiCount * AsciiCount];

    /// <param name="name">The PostScript name, which stands in the PDF.</param>
    /// <param name="bytes">The TrueType file.</param>
    /// <exception cref="InvalidDataException">The file is no TrueType file or lacks a table.</exception>
    public Typeface(string name, ReadOnlyMemory<byte> bytes)
    {
        Name = name;
        File = new(bytes);
        var (head, hhea, os2) = (File.Table("head"), File.Table("hhea"), File.Table("OS/2"));
        UnitsPerEm = head.UInt16(18);
        Bounds = (head.Int16(36), head.Int16(38), head.Int16(40), head.Int16(42));
        Ascent = hhea.Int16(4);
        Descent = hhea.Int16(6);
        WeightClass = os2.UInt16(4);
        XHeight = os2.Int16(86);
        CapHeight = os2.Int16(88);
        ItalicAngle = File.Table("post").Int16(4);
        GlyphsCount = File.Table("maxp").UInt16(4);
        (_advances, _bearings) = ReadMetrics(File.Table("hmtx"), hhea.UInt16(34), GlyphsCount);
        _characters = new(File.Table("cmap"));
        _kerning = new(File);
        Outlines = new(File, GlyphsCount);
        ReadAscii();
    }

    public string Name { get; }

    public TypefaceFile File { get; }

    public GlyphOutlines Outlines { get; }

    public int UnitsPerEm { get; }

    public (int Left, int Bottom, int Right, int Top) Bounds { get; }

    public int Ascent { get; }

    /// <summary>Below the baseline, hence negative.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    public int XHeight { get; }

    public int WeightClass { get; }

    /// <summary>In whole degrees; negative where letters lean to the right.</summary>
    public int ItalicAngle { get; }

    public int GlyphsCount { get; }

    /// <summary>The glyph of a code point, or 0 if this typeface has none.</summary>
    public ushort GlyphOf(int codePoint) => codePoint < AsciiCount ? _asciiGlyphs[codePoint] : _characters[codePoint];

    /// <summary>The width of a glyph in font units.</summary>
    public int AdvanceOf(ushort glyph) => _advances[glyph];

    /// <summary>The distance from a glyph's origin to its ink, in font units.</summary>
    public short LeftSideBearingOf(ushort glyph) => _bearings[glyph];

    /// <summary>How much closer two characters stand, in font units; mostly negative or zero.</summary>
    public int KerningBetween((int CodePoint, ushort Glyph) left, (int CodePoint, ushort Glyph) right) =>
        left.CodePoint < AsciiCount && right.CodePoint < AsciiCount
            ? _asciiKerning[(left.CodePoint * AsciiCount) + right.CodePoint]
            : _kerning.Between(left.Glyph, right.Glyph);

    private void ReadAscii()
    {
        for (var codePoint = ' '; codePoint < AsciiCount; codePoint++)
        {
            _asciiGlyphs[codePoint] = _characters[codePoint];
        }

        for (var pair = 0; pair < _asciiKerning.Length; pair++)
        {
            var (left, right) = (_asciiGlyphs[pair / AsciiCount], _asciiGlyphs[pair % AsciiCount]);
            if (left != 0 && right != 0)
            {
                _asciiKerning[pair] = (short)_kerning.Between(left, right);
            }
        }
    }

    private static (ushort[] Advances, short[] Bearings) ReadMetrics(TableReader hmtx, int metricsCount, int glyphsCount)
    {
        var (advances, bearings) = (new ushort[glyphsCount], new short[glyphsCount]);
        for (var glyph = 0; glyph < glyphsCount; glyph++)
        {
            // Glyphs beyond the last full metric share its width and have a bearing alone.
            var isFull = glyph < metricsCount;
            advances[glyph] = (ushort)hmtx.UInt16(Math.Min(glyph, metricsCount - 1) * 4);
            bearings[glyph] = (short)hmtx.Int16(isFull ? (glyph * 4) + 2 : (metricsCount * 4) + ((glyph - metricsCount) * 2));
        }

        return (advances, bearings);
    }
}
