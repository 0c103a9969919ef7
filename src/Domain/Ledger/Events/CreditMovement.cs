using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>A part of one credit that goes from one account to another.</summary>
public readonly record struct CreditMovement(CreditId CreditId, CreditAmount Hundredths);
