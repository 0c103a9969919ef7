namespace CmeOrleans.Certificates.Typefaces;

/// <summary>Reads the two small tables that OpenType layout is built of: coverage and class definition.</summary>
internal static class GlyphClasses
{
    /// <summary>The position of each covered glyph in the coverage table.</summary>
    public static IEnumerable<(ushort Glyph, int Position)> ReadCoverage(TableReader table)
    {
        var count = table.UInt16(2);
        if (table.UInt16(0) == 1)
        {
            for (var index = 0; index < count; index++)
            {
                yield return ((ushort)table.UInt16(4 + (index * 2)), index);
            }

            yield break;
        }

        for (var index = 0; index < count; index++)
        {
            var range = table.Slice(4 + (index * 6), 6);
            for (var glyph = range.UInt16(0); glyph <= range.UInt16(2); glyph++)
            {
                yield return ((ushort)glyph, range.UInt16(4) + glyph - range.UInt16(0));
            }
        }
    }

    /// <summary>The class of each glyph that has one; all others are of class 0.</summary>
    public static Dictionary<ushort, int> ReadClasses(TableReader table)
    {
        var classes = new Dictionary<ushort, int>();
        if (table.UInt16(0) == 1)
        {
            var first = table.UInt16(2);
            for (var index = 0; index < table.UInt16(4); index++)
            {
                classes[(ushort)(first + index)] = table.UInt16(6 + (index * 2));
            }

            return classes;
        }

        for (var index = 0; index < table.UInt16(2); index++)
        {
            var range = table.Slice(4 + (index * 6), 6);
            for (var glyph = range.UInt16(0); glyph <= range.UInt16(2); glyph++)
            {
                classes[(ushort)glyph] = range.UInt16(4);
            }
        }

        return classes;
    }
}
