using System.Buffers.Binary;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>Packs bytes into the zlib format (RFC 1950 and 1951), always in the same way.</summary>
/// <remarks>
/// The runtime's own packer may choose differently from one version or processor to the next, and then the same
/// certificate would have another hash on another node. This one is plain: the nearest of a few earlier occurrences is
/// copied, and codes are the fixed ones of the format.
/// </remarks>
internal static class Deflate
{
    private const int HashBits = 13;
    private const int WindowLength = 32_768;
    private const int CopyLengthMin = 3;
    private const int CopyLengthMax = 258;
    private const int CandidatesMax = 24;
    private const int EndOfBlock = 256;
    private const uint AdlerModulus = 65_521;

    // RFC 1951, section 3.2.5: the least length and distance of each code, and the bits that follow it.
    private static readonly int[] LengthBases =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static readonly int[] LengthExtraBits =
        [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static readonly int[] DistanceBases =
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    private static readonly int[] DistanceExtraBits =
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    private static readonly (int Code, int Length)[] SymbolCodes = CreateSymbolCodes();

    public static byte[] Compress(ReadOnlySpan<byte> content)
    {
        var target = new BitWriter(content.Length);
        target.Write(0x78, 8); // deflate with a window of 32 KB
        target.Write(0x9C, 8); // no dictionary; makes the two bytes a multiple of 31
        target.Write(1, 1); // the only block
        target.Write(1, 2); // with fixed codes
        WriteContent(target, content);
        WriteSymbol(target, EndOfBlock);
        target.AlignToByte();

        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Adler32(content));
        foreach (var part in checksum)
        {
            target.Write(part, 8);
        }

        return target.ToArray();
    }

    private static void WriteContent(BitWriter target, ReadOnlySpan<byte> content)
    {
        // The latest position of each hash, and for each position the one before it with the same hash; 0 is none.
        var latest = new int[1 << HashBits];
        var before = new int[content.Length];
        var position = 0;
        while (position < content.Length)
        {
            var (length, distance) = FindCopy(content, position, latest, before);
            if (length < CopyLengthMin)
            {
                WriteSymbol(target, content[position]);
                length = 1;
            }
            else
            {
                WriteCopy(target, length, distance);
            }

            for (var end = position + length; position < end; position++)
            {
                Remember(content, position, latest, before);
            }
        }
    }

    private static (int Length, int Distance) FindCopy(ReadOnlySpan<byte> content, int position, int[] latest, int[] before)
    {
        if (position + CopyLengthMin > content.Length)
        {
            return default;
        }

        var lengthMax = Math.Min(CopyLengthMax, content.Length - position);
        var rest = content.Slice(position, lengthMax);
        var (bestLength, bestDistance) = (0, 0);
        var candidate = latest[Hash(content, position)] - 1;
        for (var count = 0; count < CandidatesMax && candidate >= 0 && position - candidate <= WindowLength; count++)
        {
            var length = rest.CommonPrefixLength(content.Slice(candidate, lengthMax));
            if (length > bestLength)
            {
                (bestLength, bestDistance) = (length, position - candidate);
                if (length == lengthMax)
                {
                    break;
                }
            }

            candidate = before[candidate] - 1;
        }

        return (bestLength, bestDistance);
    }

    private static void Remember(ReadOnlySpan<byte> content, int position, int[] latest, int[] before)
    {
        if (position + CopyLengthMin <= content.Length)
        {
            var hash = Hash(content, position);
            before[position] = latest[hash];
            latest[hash] = position + 1;
        }
    }

    private static int Hash(ReadOnlySpan<byte> content, int position)
    {
        var bytes = (uint)(content[position] | (content[position + 1] << 8) | (content[position + 2] << 16));
        return (int)(unchecked(bytes * 2_654_435_761u) >> (32 - HashBits));
    }

    private static void WriteCopy(BitWriter target, int length, int distance)
    {
        var lengthCode = LastNotAbove(LengthBases, length);
        WriteSymbol(target, EndOfBlock + 1 + lengthCode);
        target.Write(length - LengthBases[lengthCode], LengthExtraBits[lengthCode]);
        var distanceCode = LastNotAbove(DistanceBases, distance);
        target.Write(Reversed(distanceCode, 5), 5);
        target.Write(distance - DistanceBases[distanceCode], DistanceExtraBits[distanceCode]);
    }

    private static void WriteSymbol(BitWriter target, int symbol)
    {
        var (code, length) = SymbolCodes[symbol];
        target.Write(code, length);
    }

    /// <summary>The fixed codes of RFC 1951, section 3.2.6, with their first bit lowest, ready to be written.</summary>
    private static (int Code, int Length)[] CreateSymbolCodes()
    {
        const int symbolsCount = 288;

        var codes = new (int Code, int Length)[symbolsCount];
        for (var symbol = 0; symbol < symbolsCount; symbol++)
        {
            var (code, length) = symbol switch
            {
                < 144 => (0x30 + symbol, 8),
                < 256 => (0x190 + symbol - 144, 9),
                < 280 => (symbol - 256, 7),
                _ => (0xC0 + symbol - 280, 8),
            };
            codes[symbol] = (Reversed(code, length), length);
        }

        return codes;
    }

    private static int Reversed(int code, int length)
    {
        var reversed = 0;
        for (var bit = 0; bit < length; bit++)
        {
            reversed = (reversed << 1) | ((code >> bit) & 1);
        }

        return reversed;
    }

    private static int LastNotAbove(int[] bases, int value)
    {
        var index = Array.BinarySearch(bases, value);
        return index >= 0 ? index : ~index - 1;
    }

    private static uint Adler32(ReadOnlySpan<byte> content)
    {
        // So many bytes can be added up before 32 bits overflow; dividing for each of them would take longer than packing.
        const int bytesPerDivision = 5_552;

        var (low, high) = (1u, 0u);
        while (!content.IsEmpty)
        {
            var part = content[..Math.Min(bytesPerDivision, content.Length)];
            foreach (var value in part)
            {
                low += value;
                high += low;
            }

            (low, high) = (low % AdlerModulus, high % AdlerModulus);
            content = content[part.Length..];
        }

        return (high << 16) | low;
    }
}
