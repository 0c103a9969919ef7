using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>What a void gave back.</summary>
[GenerateSerializer, Immutable, Alias("cme.void-receipt")]
public sealed record VoidReceipt
{
    [Id(0)]
    public required string ClaimId { get; init; }

    [Id(1)]
    public required long Version { get; init; }

    [Id(2)]
    public ImmutableArray<CreditMovementView> Returned { get; init; } = [];
}
