using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CmeOrleans.Domain.Ledger;

/// <summary>A SHA-256 held flat, without an object of its own.</summary>
internal readonly record struct Sha256Value
{
    private const int HalfBytes = SHA256.HashSizeInBytes / 2;

    private readonly UInt128 _back;

    public Sha256Value(ReadOnlySpan<byte> bytes)
    {
        Invariant.Require(bytes.Length == SHA256.HashSizeInBytes, "A SHA-256 is 32 bytes long.");
        Front = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _back = BinaryPrimitives.ReadUInt128BigEndian(bytes[HalfBytes..]);
    }

    /// <summary>The first half, which no two things have in common by chance.</summary>
    public UInt128 Front { get; }

    /// <summary>Whether these are the bytes of it; bytes of another length are not.</summary>
    public bool Is(ReadOnlySpan<byte> bytes) => bytes.Length == SHA256.HashSizeInBytes && this == new Sha256Value(bytes);

    public byte[] ToArray()
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Front);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(HalfBytes), _back);
        return bytes;
    }
}
