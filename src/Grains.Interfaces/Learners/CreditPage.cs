using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>A page of credits.</summary>
[GenerateSerializer, Immutable, Alias("cme.credit-page")]
public sealed record CreditPage
{
    [Id(0)]
    public ImmutableArray<CreditView> Items { get; init; } = [];

    /// <summary>Absent on the last page.</summary>
    [Id(1)]
    public string? Next { get; init; }

    [Id(2)]
    public required long Version { get; init; }
}
