using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>earned = available + claimed + expired + reversed, per credit type.</summary>
[GenerateSerializer, Immutable, Alias("cme.balance-sheet")]
public sealed record BalanceSheet
{
    [Id(0)]
    public required long Version { get; init; }

    /// <summary>In ordinal order of the type.</summary>
    [Id(1)]
    public ImmutableArray<BalanceLine> Balances { get; init; } = [];
}
