using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>How the node stands that answers, and the newest checkpoints.</summary>
public sealed record OperationsModel
{
    public required DateTimeOffset At { get; init; }

    public required bool IsReady { get; init; }

    public required ImmutableArray<HealthLine> Findings { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<CheckpointLine> Checkpoints { get; init; }
}
