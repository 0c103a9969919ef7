using System.Buffers.Binary;
using System.IO.Hashing;

namespace Orleans;

/// <summary>
/// A hash that is the same in every process and version, as Orleans takes it for identities: xxHash32 with seed 0, whose digest
/// is written with the highest byte first and read with the lowest first.
/// </summary>
public static class StableHash
{
    public static uint ComputeHash(ReadOnlySpan<byte> data) => BinaryPrimitives.ReverseEndianness(XxHash32.HashToUInt32(data));
}
