using System.Collections.Frozen;

namespace CmeOrleans.Certificates.Typefaces;

/// <summary>Which glyph stands for which code point, from the <c>cmap</c> table (formats 4 and 12).</summary>
internal sealed class CharacterMap
{
    private readonly FrozenDictionary<int, ushort> _glyphs;

    public CharacterMap(TableReader cmap)
    {
        var glyphs = new Dictionary<int, ushort>();
        for (var index = 0; index < cmap.UInt16(2); index++)
        {
            var record = cmap.From(4 + (index * 8));
            var (platform, encoding) = (record.UInt16(0), record.UInt16(2));
            var isUnicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            if (isUnicode)
            {
                Read(cmap.From(record.Offset32(4)), glyphs);
            }
        }

        _glyphs = glyphs.ToFrozenDictionary();
    }

    /// <summary>The glyph of a code point, or 0 if the typeface has none.</summary>
    public ushort this[int codePoint] => _glyphs.GetValueOrDefault(codePoint);

    private static void Read(TableReader table, Dictionary<int, ushort> glyphs)
    {
        switch (table.UInt16(0))
        {
            case 4:
                ReadSegments(table, glyphs);
                break;
            case 12:
                ReadGroups(table, glyphs);
                break;
            default:
                // Variation sequences and the formats of old systems map nothing that the two above do not.
                break;
        }
    }

    private static void ReadSegments(TableReader table, Dictionary<int, ushort> glyphs)
    {
        var segmentsLength = table.UInt16(6);
        var (ends, starts) = (14, 16 + segmentsLength);
        var (deltas, offsets) = (starts + segmentsLength, starts + (2 * segmentsLength));
        for (var position = 0; position < segmentsLength; position += 2)
        {
            var (first, last) = (table.UInt16(starts + position), table.UInt16(ends + position));
            var (delta, offset) = (table.UInt16(deltas + position), table.UInt16(offsets + position));
            for (var codePoint = first; codePoint <= last && codePoint != 0xFFFF; codePoint++)
            {
                var glyph = codePoint;
                if (offset != 0)
                {
                    glyph = table.UInt16(offsets + position + offset + (2 * (codePoint - first)));
                }

                if (offset == 0 || glyph != 0)
                {
                    Add(glyphs, codePoint, (glyph + delta) & 0xFFFF);
                }
            }
        }
    }

    private static void ReadGroups(TableReader table, Dictionary<int, ushort> glyphs)
    {
        for (var index = 0; index < table.Offset32(12); index++)
        {
            var group = table.Slice(16 + (index * 12), 12);
            var (first, last, glyph) = (group.Offset32(0), group.Offset32(4), group.Offset32(8));
            for (var codePoint = first; codePoint <= last; codePoint++)
            {
                Add(glyphs, codePoint, glyph + codePoint - first);
            }
        }
    }

    private static void Add(Dictionary<int, ushort> glyphs, int codePoint, int glyph)
    {
        if (glyph != 0)
        {
            glyphs[codePoint] = (ushort)glyph;
        }
    }
}
