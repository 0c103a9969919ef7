using System.Numerics;
using System.Security.Cryptography;

namespace CmeOrleans.Domain.Proof;

/// <summary>The Merkle tree hash of RFC 6962, section 2.1: one hash that stands for a list of leaves in their order.</summary>
/// <remarks>
/// A leaf is hashed with a 0x00 byte before it and an inner node with a 0x01 byte, so that neither passes for the other.
/// A list is split at the largest power of two below its length. The root of no leaves is SHA-256 of nothing.
/// </remarks>
public static class MerkleTree
{
    private const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;

    public static byte[] HashLeaf(ReadOnlySpan<byte> leaf)
    {
        var input = new byte[1 + leaf.Length];
        input[0] = LeafPrefix;
        leaf.CopyTo(input.AsSpan(1));
        return SHA256.HashData(input);
    }

    /// <param name="leafHashes">What <see cref="HashLeaf"/> made of each leaf.</param>
    public static byte[] Root(ReadOnlySpan<byte[]> leafHashes)
    {
        if (leafHashes.IsEmpty)
        {
            return SHA256.HashData([]);
        }

        if (leafHashes.Length == 1)
        {
            return leafHashes[0];
        }

        // The recursion is as deep as the logarithm of the number of leaves.
        var split = (int)BitOperations.RoundUpToPowerOf2((uint)leafHashes.Length) / 2;
        Span<byte> input = stackalloc byte[1 + (2 * SHA256.HashSizeInBytes)];
        input[0] = NodePrefix;
        Root(leafHashes[..split]).CopyTo(input[1..]);
        Root(leafHashes[split..]).CopyTo(input[(1 + SHA256.HashSizeInBytes)..]);
        return SHA256.HashData(input);
    }
}
