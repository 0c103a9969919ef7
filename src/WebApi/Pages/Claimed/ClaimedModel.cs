using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>What a learner has claimed, one page of it.</summary>
public sealed record ClaimedModel
{
    public required ImmutableArray<ClaimView> Claims { get; init; }

    public required CreditTypeNames Types { get; init; }

    public required ClaimedSort Sort { get; init; }

    /// <summary>The address of the next page, or none.</summary>
    public required string? NextAddress { get; init; }
}
