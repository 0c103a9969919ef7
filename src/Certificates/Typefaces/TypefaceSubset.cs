using System.Buffers.Binary;
using System.Text;

namespace CmeOrleans.Certificates.Typefaces;

/// <summary>Makes a small TrueType file of a few glyphs, as a PDF embeds it: numbered anew from zero, without unneeded tables.</summary>
internal static class TypefaceSubset
{
    // Sorted by name, as the format demands.
    private static readonly string[] TableNames = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"];

    private const int GlyphAlignment = 4;
    private const uint ChecksumMagic = 0xB1B0AFBA;

    /// <param name="typeface">The whole typeface.</param>
    /// <param name="glyphs">
    /// The glyphs by their number in the subset; a glyph may stand there more than once. The first must be glyph 0,
    /// which every TrueType file begins with.
    /// </param>
    public static byte[] Create(Typeface typeface, IReadOnlyList<ushort> glyphs)
    {
        // Parts of compound glyphs are appended, and those may be compound again; the typeface has an end.
        var all = new List<ushort>(glyphs);
        var numbers = new Dictionary<ushort, int>();
        var outlines = new List<byte[]>(glyphs.Count);
        for (var number = 0; number < all.Count; number++)
        {
            var outline = typeface.Outlines.Copy(all[number]);
            foreach (var (position, component) in GlyphOutlines.Components(outline))
            {
                if (!numbers.TryGetValue(component, out var componentNumber))
                {
                    componentNumber = all.Count;
                    numbers.Add(component, componentNumber);
                    all.Add(component);
                }

                BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(position), (ushort)componentNumber);
            }

            outlines.Add(outline);
        }

        return Assemble(CreateTables(typeface, all, outlines));
    }

    private static byte[][] CreateTables(Typeface typeface, List<ushort> glyphs, List<byte[]> outlines)
    {
        var glyf = new byte[outlines.Sum(outline => Aligned(outline.Length))];
        var loca = new byte[(glyphs.Count + 1) * 4];
        var hmtx = new byte[glyphs.Count * 4];
        var position = 0;
        for (var number = 0; number < glyphs.Count; number++)
        {
            outlines[number].CopyTo(glyf, position);
            position += Aligned(outlines[number].Length);
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan((number + 1) * 4), (uint)position);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(number * 4), (ushort)typeface.AdvanceOf(glyphs[number]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((number * 4) + 2), typeface.LeftSideBearingOf(glyphs[number]));
        }

        var (head, hhea, maxp) = (Copy(typeface, "head"), Copy(typeface, "hhea"), Copy(typeface, "maxp"));
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0); // The checksum of the file is filled in at the end.
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // Offsets in loca have four bytes.
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(26), 0); // No glyph has instructions any more.
        return [glyf, head, hhea, hmtx, loca, maxp];
    }

    private static byte[] Assemble(byte[][] tables)
    {
        const int headerLength = 12;
        const int recordLength = 16;
        const int headIndex = 1;

        var start = headerLength + (recordLength * tables.Length);
        var file = new byte[start + tables.Sum(table => Aligned(table.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Length);

        // What a binary search over six records needs: 16 times 4, log2 of 4, and the rest.
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), 64);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), 32);

        var (position, headPosition) = (start, 0);
        for (var index = 0; index < tables.Length; index++)
        {
            var record = file.AsSpan(headerLength + (index * recordLength), recordLength);
            tables[index].CopyTo(file, position);
            Encoding.ASCII.GetBytes(TableNames[index], record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(position, Aligned(tables[index].Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)position);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)tables[index].Length);
            headPosition = index == headIndex ? position : headPosition;
            position += Aligned(tables[index].Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headPosition + 8), unchecked(ChecksumMagic - Checksum(file)));
        return file;
    }

    private static byte[] Copy(Typeface typeface, string table) => typeface.File.Table(table).Bytes.ToArray();

    private static int Aligned(int length) => (length + GlyphAlignment - 1) / GlyphAlignment * GlyphAlignment;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var position = 0; position < bytes.Length; position += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[position..]));
        }

        return sum;
    }
}
