namespace CmeOrleans.Domain.Ledger;

/// <summary>A command that is in the ledger.</summary>
/// <param name="Seq">The row that holds it.</param>
/// <param name="Fingerprint">What it asked for, see <see cref="CommandFingerprint"/>.</param>
internal readonly record struct RecordedCommand(long Seq, Sha256Value Fingerprint);
