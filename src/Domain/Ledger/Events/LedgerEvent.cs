using System.Collections.Immutable;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>What one command did to a ledger: the body of one journal row.</summary>
/// <remarks>
/// The names of the properties are the names in the stored JSON and never change; a new shape is a new kind with the
/// next version. Amounts are whole hundredths of a credit.
/// </remarks>
public abstract record LedgerEvent
{
    /// <summary>Credits whose claim-by date had passed when the command ran; each amount goes from available to expired.</summary>
    public ImmutableArray<CreditMovement> Expired { get; init; } = [];
}
