using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>A claim was made void: its amounts are available again, unless their time has passed or their earning was taken back.</summary>
public sealed record ClaimVoided : LedgerEvent
{
    public required ClaimId ClaimId { get; init; }

    public required string Reason { get; init; }

    /// <summary>Every line of the claim: from claimed to available.</summary>
    public required ImmutableArray<CreditMovement> Returned { get; init; }

    /// <summary>What exclusive groups had consumed and is free again: from reversed to available.</summary>
    public ImmutableArray<CreditMovement> Reinstated { get; init; } = [];

    /// <summary>Lines whose earning was taken back meanwhile: from available on to reversed.</summary>
    public ImmutableArray<CreditMovement> Reversed { get; init; } = [];
}
