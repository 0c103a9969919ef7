using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Evaluations;

/// <summary>How one question was answered.</summary>
[GenerateSerializer, Immutable, Alias("cme.question-summary")]
public sealed record QuestionSummary
{
    [Id(0)]
    public required string QuestionId { get; init; }

    /// <summary>How often each answer from 1 to 5 was given, in this order.</summary>
    [Id(1)]
    public required ImmutableArray<long> Counts { get; init; }
}
