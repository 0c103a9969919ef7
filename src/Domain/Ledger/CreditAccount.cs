namespace CmeOrleans.Domain.Ledger;

/// <summary>Where an amount of a credit can be.</summary>
public enum CreditAccount
{
    None = 0,
    Available = 1,
    Claimed = 2,
    Expired = 3,
    Reversed = 4,

    /// <summary>Reversed because another type of the exclusive group was claimed; comes back when that claim is voided.</summary>
    Forgone = 5,
}
