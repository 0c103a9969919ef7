namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>So much of one credit.</summary>
[GenerateSerializer, Immutable, Alias("cme.credit-movement")]
public sealed record CreditMovementView
{
    [Id(0)]
    public required string CreditId { get; init; }

    [Id(1)]
    public required string CreditType { get; init; }

    [Id(2)]
    public required long AmountHundredths { get; init; }
}
