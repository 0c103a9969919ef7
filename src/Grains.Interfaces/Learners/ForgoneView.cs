namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>What a claim uses up of another type, where a course lets learners choose between types.</summary>
[GenerateSerializer, Immutable, Alias("cme.forgone-view")]
public sealed record ForgoneView
{
    [Id(0)]
    public required string CreditType { get; init; }

    [Id(1)]
    public required long AmountHundredths { get; init; }
}
