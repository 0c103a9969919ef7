namespace CmeOrleans.Domain.Ledger.Snapshots;

/// <summary>Instants in a snapshot that are near each other.</summary>
internal enum InstantKind
{
    NewestRow,
    Completion,
    ClaimableUntil,
    Claim,
}
