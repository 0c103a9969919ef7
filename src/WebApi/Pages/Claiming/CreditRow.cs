namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>One credit that can be claimed.</summary>
public sealed record CreditRow
{
    public required string CreditId { get; init; }

    public required string TopicTitle { get; init; }

    public required DateTimeOffset EarnedAt { get; init; }

    public required DateOnly ClaimBy { get; init; }

    /// <summary>Whether the claim-by date is near.</summary>
    public required bool IsUrgent { get; init; }

    public required long AvailableHundredths { get; init; }

    /// <summary>What stands in the field: all of it, or what was typed.</summary>
    public required string AmountText { get; init; }

    public required bool IsChosen { get; init; }
}
