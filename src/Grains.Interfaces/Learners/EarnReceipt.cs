using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>An earning as it was stored.</summary>
[GenerateSerializer, Immutable, Alias("cme.earn-receipt")]
public sealed record EarnReceipt
{
    [Id(0)]
    public required string EarningId { get; init; }

    [Id(1)]
    public required string CourseId { get; init; }

    [Id(2)]
    public required string TopicId { get; init; }

    [Id(3)]
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>Seq of the row that holds it.</summary>
    [Id(4)]
    public required long Version { get; init; }

    [Id(5)]
    public ImmutableArray<EarnedCreditView> Credits { get; init; } = [];
}
