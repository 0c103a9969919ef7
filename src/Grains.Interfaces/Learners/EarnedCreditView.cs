namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>One credit of an earning.</summary>
[GenerateSerializer, Immutable, Alias("cme.earned-credit")]
public sealed record EarnedCreditView
{
    [Id(0)]
    public required string CreditId { get; init; }

    [Id(1)]
    public required string CreditType { get; init; }

    [Id(2)]
    public required long AmountHundredths { get; init; }

    [Id(3)]
    public required DateOnly ClaimBy { get; init; }
}
