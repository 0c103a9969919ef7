namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>A system entry: claim-by dates passed and nothing else happened.</summary>
public sealed record CreditsExpired : LedgerEvent;
