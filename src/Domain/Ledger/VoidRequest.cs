using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Make a claim void.</summary>
public sealed record VoidRequest(CommandId Id, ClaimId ClaimId, string Reason);
