using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Domain.Ledger;

/// <summary>The hash that chains the rows of a ledger.</summary>
/// <remarks>
/// SHA-256 over one byte of format version (1) and five fields, each with its length in four big-endian bytes before
/// it: ledger id (UTF-8), seq (eight big-endian bytes), kind (UTF-8), hash of the previous row (32 bytes), body (the
/// stored bytes). The lengths keep bytes from moving between fields without changing the hash.
/// </remarks>
public static class LedgerHash
{
    public const byte FormatVersion = 1;

    /// <summary>Stands where the first row of a ledger names its predecessor: 32 zero bytes.</summary>
    public static ReadOnlyMemory<byte> Genesis { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] Compute(string ledgerId, long seq, string kind, ReadOnlySpan<byte> previousHash, ReadOnlySpan<byte> body)
    {
        Invariant.Require(previousHash.Length == SHA256.HashSizeInBytes, "The previous hash is 32 bytes long.");

        var lengthMax = 1 + (5 * sizeof(int)) + Encoding.UTF8.GetMaxByteCount(ledgerId.Length) + sizeof(long)
            + Encoding.UTF8.GetMaxByteCount(kind.Length) + previousHash.Length + body.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(lengthMax);
        var position = 0;
        buffer[position++] = FormatVersion;
        position += WriteText(buffer.AsSpan(position), ledgerId);
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(position), sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(position + sizeof(int)), seq);
        position += sizeof(int) + sizeof(long);
        position += WriteText(buffer.AsSpan(position), kind);
        position += WriteBytes(buffer.AsSpan(position), previousHash);
        position += WriteBytes(buffer.AsSpan(position), body);

        var hash = SHA256.HashData(buffer.AsSpan(0, position));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }

    private static int WriteText(Span<byte> destination, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, destination[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(destination, length);
        return sizeof(int) + length;
    }

    private static int WriteBytes(Span<byte> destination, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(destination, bytes.Length);
        bytes.CopyTo(destination[sizeof(int)..]);
        return sizeof(int) + bytes.Length;
    }
}
