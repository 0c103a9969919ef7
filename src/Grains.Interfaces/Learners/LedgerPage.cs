using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>Rows of a ledger, oldest first.</summary>
[GenerateSerializer, Immutable, Alias("cme.ledger-page")]
public sealed record LedgerPage
{
    [Id(0)]
    public ImmutableArray<LedgerRowView> Items { get; init; } = [];

    /// <summary>Whether rows follow.</summary>
    [Id(1)]
    public required bool HasMore { get; init; }

    [Id(2)]
    public required long Version { get; init; }
}
