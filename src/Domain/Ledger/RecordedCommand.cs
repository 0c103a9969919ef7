using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CmeOrleans.Domain.Ledger;

/// <summary>A command that is in the ledger. Kept for every row, for ever, and therefore flat.</summary>
internal readonly record struct RecordedCommand
{
    private const int HalfBytes = SHA256.HashSizeInBytes / 2;

    private readonly UInt128 _front;
    private readonly UInt128 _back;

    public RecordedCommand(long seq, ReadOnlySpan<byte> fingerprint)
    {
        Invariant.Require(fingerprint.Length == SHA256.HashSizeInBytes, $"The fingerprint of row {seq} is 32 bytes long.");
        Seq = seq;
        _front = BinaryPrimitives.ReadUInt128BigEndian(fingerprint);
        _back = BinaryPrimitives.ReadUInt128BigEndian(fingerprint[HalfBytes..]);
    }

    /// <summary>The row that holds it.</summary>
    public long Seq { get; }

    /// <summary>Whether a command of this fingerprint, under the same key, is this one again.</summary>
    public bool Is(ReadOnlySpan<byte> fingerprint) => this == new RecordedCommand(Seq, fingerprint);

    public void WriteFingerprint(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, _front);
        BinaryPrimitives.WriteUInt128BigEndian(destination[HalfBytes..], _back);
    }
}
