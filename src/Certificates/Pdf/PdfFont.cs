using System.Globalization;
using System.Security.Cryptography;
using CmeOrleans.Certificates.Typefaces;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>The part of one typeface that a document uses. Collects glyphs while pages are drawn, then writes the font.</summary>
internal sealed class PdfFont(Typeface typeface, string resourceName)
{
    private const int SymbolicFlag = 4;
    private const int ItalicFlag = 64;

    // Glyph 0 is the box that stands for a missing glyph; every font begins with it, no text of ours uses it.
    private readonly List<ushort> _glyphs = [0];
    private readonly List<int> _codePoints = [0];
    private readonly Dictionary<(ushort Glyph, int CodePoint), int> _numbers = [];

    /// <summary>The name by which pages refer to the font.</summary>
    public string ResourceName { get; } = resourceName;

    /// <summary>The number of a glyph in this document.</summary>
    /// <remarks>
    /// One per character, not one per shape: two characters may look the same, such as a space and a no-break space, and
    /// copied text must still tell them apart.
    /// </remarks>
    public int NumberOf(ushort glyph, int codePoint)
    {
        if (!_numbers.TryGetValue((glyph, codePoint), out var number))
        {
            number = _glyphs.Count;
            _numbers.Add((glyph, codePoint), number);
            _glyphs.Add(glyph);
            _codePoints.Add(codePoint);
        }

        return number;
    }

    /// <summary>Writes the font with all its parts.</summary>
    /// <returns>The object number of the font.</returns>
    public int WriteTo(PdfFile file)
    {
        var program = TypefaceSubset.Create(typeface, _glyphs);
        var name = SubsetTag(program) + "+" + typeface.Name;
        var programAt = file.AddStream(
            new PdfBuffer().Raw("/Length1 "u8).Integer(program.Length).Written.Span, program);
        var descriptorAt = file.Add(Descriptor(name, programAt));
        var descendantAt = file.Add(Descendant(name, descriptorAt));
        var toUnicodeAt = file.AddStream([], ToUnicode());
        return file.Add(new PdfBuffer()
            .Raw("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/"u8).Ascii(name)
            .Raw("/DescendantFonts["u8).Reference(descendantAt).Raw("]/ToUnicode "u8).Reference(toUnicodeAt).Raw(">>"u8));
    }

    private PdfBuffer Descriptor(string name, int programAt)
    {
        var (left, bottom, right, top) = typeface.Bounds;
        var flags = SymbolicFlag | (typeface.ItalicAngle == 0 ? 0 : ItalicFlag);
        return new PdfBuffer()
            .Raw("<</Type/FontDescriptor/FontName/"u8).Ascii(name)
            .Raw("/Flags "u8).Integer(flags)
            .Raw("/FontBBox["u8).Integer(Thousandths(left)).Raw(" "u8).Integer(Thousandths(bottom))
            .Raw(" "u8).Integer(Thousandths(right)).Raw(" "u8).Integer(Thousandths(top))
            .Raw("]/ItalicAngle "u8).Integer(typeface.ItalicAngle)
            .Raw("/Ascent "u8).Integer(Thousandths(typeface.Ascent))
            .Raw("/Descent "u8).Integer(Thousandths(typeface.Descent))
            .Raw("/CapHeight "u8).Integer(Thousandths(typeface.CapHeight))
            .Raw("/XHeight "u8).Integer(Thousandths(typeface.XHeight))
            // The usual estimate of a stem's width from the weight, for viewers that must substitute.
            .Raw("/StemV "u8).Integer(50 + (typeface.WeightClass * typeface.WeightClass / 4_225))
            .Raw("/FontFile2 "u8).Reference(programAt).Raw(">>"u8);
    }

    private PdfBuffer Descendant(string name, int descriptorAt)
    {
        var body = new PdfBuffer()
            .Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Ascii(name)
            .Raw("/CIDSystemInfo<</Registry<41646F6265>/Ordering<4964656E74697479>/Supplement 0>>/CIDToGIDMap/Identity"u8)
            .Raw("/FontDescriptor "u8).Reference(descriptorAt).Raw("/W[0["u8);
        foreach (var glyph in _glyphs)
        {
            body.Number(typeface.AdvanceOf(glyph) * 1_000.0 / typeface.UnitsPerEm).Raw(" "u8);
        }

        return body.Raw("]]>>"u8);
    }

    private ReadOnlySpan<byte> ToUnicode()
    {
        // A CMap may list at most 100 mappings in one block.
        const int mappingsPerBlockMax = 100;

        var body = new PdfBuffer().Raw("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """u8);
        for (var first = 1; first < _glyphs.Count; first += mappingsPerBlockMax)
        {
            var count = Math.Min(mappingsPerBlockMax, _glyphs.Count - first);
            body.Integer(count).Raw(" beginbfchar\n"u8);
            for (var number = first; number < first + count; number++)
            {
                body.Raw("<"u8).Hex(number).Raw("> <"u8);
                foreach (var unit in char.ConvertFromUtf32(_codePoints[number]))
                {
                    body.Hex(unit);
                }

                body.Raw(">\n"u8);
            }

            body.Raw("endbfchar\n"u8);
        }

        return body.Raw("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"u8).Written.Span;
    }

    private int Thousandths(int units) =>
        (int)Math.Round(units * 1_000.0 / typeface.UnitsPerEm, MidpointRounding.AwayFromZero);

    /// <summary>Six letters that differ from subset to subset, which PDF asks for; here a hash of the subset itself.</summary>
    private static string SubsetTag(ReadOnlySpan<byte> program)
    {
        var hash = SHA256.HashData(program);
        return string.Create(CultureInfo.InvariantCulture, $"{Letter(0)}{Letter(1)}{Letter(2)}{Letter(3)}{Letter(4)}{Letter(5)}");

        char Letter(int position) => (char)('A' + (hash[position] % 26));
    }
}
