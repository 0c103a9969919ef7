namespace CmeOrleans.Grains.Ports;

/// <summary>Copies of folded ledgers, so that a long ledger starts fast. Never the truth: any of them may be lost or ignored.</summary>
public interface ISnapshotStore
{
    /// <summary>
    /// Keeps the snapshot and forgets older ones of the same ledger. Of the fold version before, the newest stays, for nodes that are
    /// not yet upgraded. Best effort; may be repeated.
    /// </summary>
    Task WriteAsync(LedgerSnapshot snapshot, CancellationToken cancellationToken);
}
