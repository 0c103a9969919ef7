using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>One topic's credit, and what it does for a licence.</summary>
[GenerateSerializer, Immutable, Alias("cme.progress-credit")]
public sealed record ProgressCreditView
{
    [Id(0)]
    public required DateOnly CompletedOn { get; init; }

    [Id(1)]
    public required string CourseId { get; init; }

    [Id(2)]
    public required string CourseTitle { get; init; }

    [Id(3)]
    public required string TopicId { get; init; }

    [Id(4)]
    public required string TopicTitle { get; init; }

    [Id(5)]
    public required string CreditType { get; init; }

    [Id(6)]
    public required long AmountHundredths { get; init; }

    /// <summary>
    /// <c>counted</c>, <c>claimable</c>, or why it does not count: <c>beforeCycle</c>, <c>afterCycle</c>, <c>typeNotCounted</c>,
    /// <c>attendanceOnly</c>, <c>countedAsOtherType</c>.
    /// </summary>
    [Id(7)]
    public required string Standing { get; init; }

    /// <summary>The buckets in which it counts, or would.</summary>
    [Id(8)]
    public ImmutableArray<string> BucketIds { get; init; } = [];

    /// <summary>The claim that it is of; none if it is not claimed.</summary>
    [Id(9)]
    public string? ClaimId { get; init; }
}
