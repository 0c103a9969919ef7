using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>A page of claims.</summary>
[GenerateSerializer, Immutable, Alias("cme.claim-page")]
public sealed record ClaimPage
{
    [Id(0)]
    public ImmutableArray<ClaimView> Items { get; init; } = [];

    [Id(1)]
    public string? Next { get; init; }

    [Id(2)]
    public required long Version { get; init; }
}
