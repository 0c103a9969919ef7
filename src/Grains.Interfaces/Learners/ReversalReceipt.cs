using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>What a reversal took back.</summary>
[GenerateSerializer, Immutable, Alias("cme.reversal-receipt")]
public sealed record ReversalReceipt
{
    [Id(0)]
    public required string EarningId { get; init; }

    [Id(1)]
    public required long Version { get; init; }

    [Id(2)]
    public ImmutableArray<CreditMovementView> Reversed { get; init; } = [];

    /// <summary>Claims that hold credit of the earning; they stay claimed and are flagged.</summary>
    [Id(3)]
    public ImmutableArray<string> FlaggedClaimIds { get; init; } = [];
}
