namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>The answer to one question.</summary>
[GenerateSerializer, Immutable, Alias("cme.evaluation-answer")]
public sealed record EvaluationAnswer
{
    [Id(0)]
    public required string QuestionId { get; init; }

    [Id(1)]
    public required string Value { get; init; }
}
