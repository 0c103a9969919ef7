using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>Feedback on a claim.</summary>
[GenerateSerializer, Immutable, Alias("cme.evaluation")]
public sealed record Evaluation
{
    [Id(0)]
    public ImmutableArray<EvaluationAnswer> Answers { get; init; } = [];

    /// <summary>At most 4,000 characters.</summary>
    [Id(1)]
    public string? Comment { get; init; }
}
