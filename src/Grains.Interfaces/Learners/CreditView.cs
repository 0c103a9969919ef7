namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>One credit as it stands now.</summary>
[GenerateSerializer, Immutable, Alias("cme.credit-view")]
public sealed record CreditView
{
    [Id(0)]
    public required string CreditId { get; init; }

    [Id(1)]
    public required string EarningId { get; init; }

    [Id(2)]
    public required string CreditType { get; init; }

    [Id(3)]
    public required string CourseId { get; init; }

    [Id(4)]
    public required string CourseTitle { get; init; }

    [Id(5)]
    public required string TopicId { get; init; }

    [Id(6)]
    public required string TopicTitle { get; init; }

    [Id(7)]
    public required long AmountHundredths { get; init; }

    [Id(8)]
    public required long AvailableHundredths { get; init; }

    [Id(9)]
    public required long ClaimedHundredths { get; init; }

    [Id(10)]
    public required DateTimeOffset EarnedAt { get; init; }

    [Id(11)]
    public required DateOnly ClaimBy { get; init; }

    /// <summary><c>available</c> while anything is; else <c>claimed</c>, <c>expired</c> or <c>reversed</c>, whichever holds most.</summary>
    [Id(12)]
    public required string Status { get; init; }

    /// <summary>The date of completion in the provider's time zone.</summary>
    [Id(13)]
    public DateOnly CompletedOn { get; init; }
}
