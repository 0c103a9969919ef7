using System.Collections.Immutable;

namespace CmeOrleans.Domain.Requirements;

/// <summary>Credit, and what it does for a requirement.</summary>
/// <param name="Credit">The credit, the very object that was asked about.</param>
/// <param name="Standing">Whether it counts, or why not.</param>
/// <param name="BucketIds">Where it counts, or would; empty when it does not.</param>
public sealed record JudgedCredit(CountableCredit Credit, CreditStanding Standing, ImmutableArray<string> BucketIds);
