using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>A claim that the rules accept, before the papers are written: which certificates it will have and what it moves.</summary>
/// <param name="Certificates">One per course, in the order in which the courses first occur in the claim.</param>
/// <param name="Forgone">What exclusive groups consume of other types.</param>
/// <param name="Expired">What had expired before and is written down with it.</param>
public sealed record ClaimPlan(
    string CreditType,
    CreditAmount Total,
    ImmutableArray<PlannedCertificate> Certificates,
    ImmutableArray<CreditMovement> Forgone,
    ImmutableArray<CreditMovement> Expired);
