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

    /// <summary>Whether the other says the same: the answers in the order in which they were given, and the comment.</summary>
    public bool IsSameAs(Evaluation other) => Comment == other.Comment && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan());
}
