using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Checkpoints;

/// <summary>Both sides of every entry, compared.</summary>
[GenerateSerializer, Immutable, Alias("cme.trial-balance")]
public sealed record TrialBalanceView
{
    [Id(0)]
    public required DateTimeOffset At { get; init; }

    [Id(1)]
    public required bool IsBalanced { get; init; }

    [Id(2)]
    public ImmutableArray<TrialBalanceTotal> Totals { get; init; } = [];

    /// <summary>Ledgers whose four-way sum does not hold; at most 100.</summary>
    [Id(3)]
    public ImmutableArray<string> BrokenLedgers { get; init; } = [];

    /// <summary>Ledgers that cannot be read and are left out of the totals, on both sides; at most 1,000.</summary>
    [Id(4)]
    public ImmutableArray<string> UnreadableLedgers { get; init; } = [];
}
