namespace CmeOrleans.Domain.Ledger;

/// <summary>Why one line of a claim is refused.</summary>
/// <param name="Index">Position of the line in the claim, from 0.</param>
public readonly record struct LineRefusal(int Index, LedgerStatus Status);
