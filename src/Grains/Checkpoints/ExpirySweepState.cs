namespace CmeOrleans.Grains.Checkpoints;

/// <summary>How far the expiry sweep has come.</summary>
public sealed record ExpirySweepState
{
    /// <summary>All claim-by dates before this one are written down.</summary>
    public DateOnly SweptBefore { get; init; }
}
