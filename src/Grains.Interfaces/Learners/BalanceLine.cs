namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>The sums of one credit type, in hundredths.</summary>
[GenerateSerializer, Immutable, Alias("cme.balance-line")]
public sealed record BalanceLine
{
    [Id(0)]
    public required string CreditType { get; init; }

    [Id(1)]
    public required long EarnedHundredths { get; init; }

    [Id(2)]
    public required long AvailableHundredths { get; init; }

    [Id(3)]
    public required long ClaimedHundredths { get; init; }

    [Id(4)]
    public required long ExpiredHundredths { get; init; }

    [Id(5)]
    public required long ReversedHundredths { get; init; }
}
