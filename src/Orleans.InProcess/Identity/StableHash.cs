using System.Buffers.Binary;
using System.Numerics;

namespace Orleans;

/// <summary>A hash that is the same in every process and version: xxHash32 with seed 0, as Orleans uses for identities.</summary>
public static class StableHash
{
    private const uint Prime1 = 2654435761;
    private const uint Prime2 = 2246822519;
    private const uint Prime3 = 3266489917;
    private const uint Prime4 = 668265263;
    private const uint Prime5 = 374761393;

    public static uint ComputeHash(ReadOnlySpan<byte> data)
    {
        unchecked
        {
            var rest = data;
            var hash = data.Length < 16 ? Prime5 : HashStripes(ref rest);
            hash += (uint)data.Length;
            for (; rest.Length >= 4; rest = rest[4..])
            {
                hash += BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime3;
                hash = BitOperations.RotateLeft(hash, 17) * Prime4;
            }

            foreach (var value in rest)
            {
                hash += value * Prime5;
                hash = BitOperations.RotateLeft(hash, 11) * Prime1;
            }

            hash = (hash ^ (hash >> 15)) * Prime2;
            hash = (hash ^ (hash >> 13)) * Prime3;
            return hash ^ (hash >> 16);
        }
    }

    private static uint HashStripes(ref ReadOnlySpan<byte> rest)
    {
        unchecked
        {
            var (lane1, lane2, lane3, lane4) = (Prime1 + Prime2, Prime2, 0u, 0u - Prime1);
            for (; rest.Length >= 16; rest = rest[16..])
            {
                lane1 = Round(lane1, rest);
                lane2 = Round(lane2, rest[4..]);
                lane3 = Round(lane3, rest[8..]);
                lane4 = Round(lane4, rest[12..]);
            }

            return BitOperations.RotateLeft(lane1, 1)
                + BitOperations.RotateLeft(lane2, 7)
                + BitOperations.RotateLeft(lane3, 12)
                + BitOperations.RotateLeft(lane4, 18);
        }
    }

    private static uint Round(uint lane, ReadOnlySpan<byte> input) => unchecked(
        BitOperations.RotateLeft(lane + (BinaryPrimitives.ReadUInt32LittleEndian(input) * Prime2), 13) * Prime1);
}
