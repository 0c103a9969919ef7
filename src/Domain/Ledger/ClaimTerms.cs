using System.Collections.Immutable;
using CmeOrleans.Domain.CreditTypes;

namespace CmeOrleans.Domain.Ledger;

/// <summary>The facts about learner and credit type that the rules of claiming need.</summary>
/// <param name="IsMembershipActive">Whether the learner may claim at all today.</param>
/// <param name="Pack">The credit types there are.</param>
/// <param name="ProfileFacts">Which of the facts that credit types may need the profile holds.</param>
public sealed record ClaimTerms(bool IsMembershipActive, CreditTypePack Pack, ImmutableArray<ProfileFact> ProfileFacts);
