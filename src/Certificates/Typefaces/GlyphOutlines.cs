using System.Buffers.Binary;

namespace CmeOrleans.Certificates.Typefaces;

/// <summary>The outlines of a TrueType file, glyph by glyph, without the instructions for coarse screens.</summary>
/// <remarks>
/// No instructions, because they need three further tables in every certificate and nothing that shows a PDF today
/// follows them.
/// </remarks>
internal sealed class GlyphOutlines
{
    private const int HeaderLength = 10;
    private const int ArgumentsAreWordsFlag = 0x0001;
    private const int HasScaleFlag = 0x0008;
    private const int MoreComponentsFlag = 0x0020;
    private const int HasTwoScalesFlag = 0x0040;
    private const int HasMatrixFlag = 0x0080;
    private const int HasInstructionsFlag = 0x0100;

    private readonly TableReader _glyf;
    private readonly int[] _starts;

    public GlyphOutlines(TypefaceFile file, int glyphsCount)
    {
        _glyf = file.Table("glyf");
        var loca = file.Table("loca");
        var hasLongOffsets = file.Table("head").Int16(50) == 1;
        _starts = new int[glyphsCount + 1];
        for (var glyph = 0; glyph <= glyphsCount; glyph++)
        {
            _starts[glyph] = hasLongOffsets ? loca.Offset32(glyph * 4) : loca.UInt16(glyph * 2) * 2;
        }
    }

    /// <summary>The glyphs of which a compound glyph is made; none for a simple one.</summary>
    public static IEnumerable<(int Position, ushort Glyph)> Components(ReadOnlyMemory<byte> outline)
    {
        var table = new TableReader(outline);
        if (table.Length == 0 || table.Int16(0) >= 0)
        {
            yield break;
        }

        var position = HeaderLength;
        int flags;
        do
        {
            flags = table.UInt16(position);
            yield return (position + 2, (ushort)table.UInt16(position + 2));
            position += ComponentLength(flags);
        }
        while ((flags & MoreComponentsFlag) != 0);
    }

    /// <summary>A copy of the outline; empty for a glyph without ink, such as a space.</summary>
    public byte[] Copy(ushort glyph)
    {
        var outline = _glyf.Slice(_starts[glyph], _starts[glyph + 1] - _starts[glyph]);
        if (outline.Length == 0)
        {
            return [];
        }

        return outline.Int16(0) < 0 ? CopyCompound(outline) : CopySimple(outline);
    }

    private static byte[] CopySimple(TableReader outline)
    {
        var instructionsAt = HeaderLength + (2 * outline.Int16(0));
        var instructionsLength = outline.UInt16(instructionsAt);
        var source = outline.Bytes.Span;
        var rest = source[(instructionsAt + 2 + instructionsLength)..];
        var copy = new byte[instructionsAt + 2 + rest.Length];
        source[..instructionsAt].CopyTo(copy);
        rest.CopyTo(copy.AsSpan(instructionsAt + 2));
        return copy;
    }

    private static byte[] CopyCompound(TableReader outline)
    {
        var copy = outline.Bytes.ToArray();
        var position = HeaderLength;
        int flags;
        do
        {
            flags = outline.UInt16(position);
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(position), (ushort)(flags & ~HasInstructionsFlag));
            position += ComponentLength(flags);
        }
        while ((flags & MoreComponentsFlag) != 0);
        return copy[..position];
    }

    private static int ComponentLength(int flags)
    {
        var arguments = (flags & ArgumentsAreWordsFlag) != 0 ? 4 : 2;
        var transformation = (flags & (HasScaleFlag | HasTwoScalesFlag | HasMatrixFlag)) switch
        {
            HasScaleFlag => 2,
            HasTwoScalesFlag => 4,
            HasMatrixFlag => 8,
            _ => 0,
        };
        return 4 + arguments + transformation;
    }
}
