using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>An earning was taken back. What was available of it is reversed; what was claimed stays claimed and its claims are flagged.</summary>
public sealed record EarningReversed : LedgerEvent
{
    public required EarningId EarningId { get; init; }

    public required string Reason { get; init; }

    public ImmutableArray<CreditMovement> Reversed { get; init; } = [];

    /// <summary>The standing claims that hold credit of the earning; their certificates for the course are revoked by this entry.</summary>
    public ImmutableArray<ClaimId> FlaggedClaims { get; init; } = [];
}
