using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Evaluations;

/// <summary>The feedback on one course, counted.</summary>
[GenerateSerializer, Immutable, Alias("cme.evaluation-summary")]
public sealed record EvaluationSummary
{
    /// <summary>How many claims came with feedback.</summary>
    [Id(0)]
    public required long Count { get; init; }

    /// <summary>How many of them came with a comment.</summary>
    [Id(1)]
    public required long CommentsCount { get; init; }

    /// <summary>Questions that were answered on the scale, in order of their ids.</summary>
    [Id(2)]
    public ImmutableArray<QuestionSummary> Questions { get; init; } = [];
}
