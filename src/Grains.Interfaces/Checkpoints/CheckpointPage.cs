using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Checkpoints;

/// <summary>Checkpoints, oldest first.</summary>
[GenerateSerializer, Immutable, Alias("cme.checkpoint-page")]
public sealed record CheckpointPage
{
    [Id(0)]
    public ImmutableArray<CheckpointView> Items { get; init; } = [];

    [Id(1)]
    public required bool HasMore { get; init; }
}
