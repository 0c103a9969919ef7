using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Grains.Ports;

/// <summary>What a ledger wakes up from.</summary>
public sealed record LedgerOpening
{
    /// <summary>The newest snapshot of the fold version asked for, or <see langword="null"/>.</summary>
    public LedgerSnapshot? Snapshot { get; init; }

    /// <summary>Whether the journal has the row that the snapshot names. One that does not fit is not to be used.</summary>
    public bool DoesSnapshotFit { get; init; }

    /// <summary>The newest checkpointed head, or <see langword="null"/> before the first checkpoint.</summary>
    public LedgerHead? NewestLeaf { get; init; }

    /// <summary>Whether the journal has the row that the leaf names.</summary>
    public bool IsLeafInJournal { get; init; }

    /// <summary>The first rows after the snapshot, if it fits, or else of the ledger; oldest first.</summary>
    public required ImmutableArray<LedgerRow> Rows { get; init; }

    /// <summary>Whether there may be more rows after these.</summary>
    public required bool HasMore { get; init; }
}
