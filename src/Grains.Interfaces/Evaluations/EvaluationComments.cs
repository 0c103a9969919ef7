using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Evaluations;

/// <summary>What was written about a course, newest first.</summary>
[GenerateSerializer, Immutable, Alias("cme.evaluation-comments")]
public sealed record EvaluationComments
{
    [Id(0)]
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>Where the list goes on; none on the last page.</summary>
    [Id(1)]
    public long? NextBeforeNumber { get; init; }
}
