using CmeOrleans.Grains.Interfaces.Certificates;

namespace CmeOrleans.Grains.Certificates;

/// <summary>The stored feedback on a claim.</summary>
public sealed record EvaluationState
{
    public Evaluation? Evaluation { get; init; }

    public DateTimeOffset GivenAt { get; init; }
}
