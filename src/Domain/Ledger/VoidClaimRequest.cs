using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Make a claim void.</summary>
public sealed record VoidClaimRequest(CommandId Id, ClaimId ClaimId, string Reason);
