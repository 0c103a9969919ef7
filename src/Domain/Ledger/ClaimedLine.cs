namespace CmeOrleans.Domain.Ledger;

/// <summary>So much of one credit in a claim.</summary>
public readonly record struct ClaimedLine(Credit Credit, CreditAmount Amount);
