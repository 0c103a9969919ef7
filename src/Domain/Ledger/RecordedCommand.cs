using System.Security.Cryptography;

namespace CmeOrleans.Domain.Ledger;

/// <summary>A command that is in the ledger.</summary>
/// <param name="Seq">The row that holds it.</param>
/// <param name="FingerprintFront">The first half of its <see cref="CommandFingerprint"/>. Its row has the whole.</param>
internal readonly record struct RecordedCommand(long Seq, UInt128 FingerprintFront)
{
    public static RecordedCommand Of(long seq, ReadOnlySpan<byte> fingerprint) => new(seq, new Sha256Value(fingerprint).Front);

    /// <summary>Whether a command with this fingerprint asks for the same, as far as the half can tell.</summary>
    public bool Is(ReadOnlySpan<byte> fingerprint) =>
        fingerprint.Length == SHA256.HashSizeInBytes && new Sha256Value(fingerprint).Front == FingerprintFront;
}
