namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>One row of the journal, for who audits it.</summary>
[GenerateSerializer, Immutable, Alias("cme.ledger-row")]
public sealed record LedgerRowView
{
    [Id(0)]
    public required long Seq { get; init; }

    [Id(1)]
    public required string Kind { get; init; }

    [Id(2)]
    public required DateTimeOffset At { get; init; }

    [Id(3)]
    public required string CommandKey { get; init; }

    /// <summary>The exact text that was hashed.</summary>
    [Id(4)]
    public required string Body { get; init; }

    /// <summary>Lower-case hex.</summary>
    [Id(5)]
    public required string Hash { get; init; }

    /// <summary>Lower-case hex.</summary>
    [Id(6)]
    public required string PreviousHash { get; init; }
}
