using System.Buffers.Binary;
using System.IO.Hashing;

namespace Orleans;

/// <summary>
/// A hash that is the same in every process and version: xxHash32 with seed 0, its bytes back to front, as Orleans takes
/// it for identities.
/// </summary>
public static class StableHash
{
    public static uint ComputeHash(ReadOnlySpan<byte> data) => BinaryPrimitives.ReverseEndianness(XxHash32.HashToUInt32(data));
}
