using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>So much of one credit, as asked for: the id may be of no credit and the amount may be none that can be claimed.</summary>
public readonly record struct RequestedLine(CreditId CreditId, long Hundredths);
