using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>How far a learner is with each licence.</summary>
[GenerateSerializer, Immutable, Alias("cme.learner-progress")]
public sealed record LearnerProgress
{
    /// <summary>The day as of which it was counted, in UTC.</summary>
    [Id(0)]
    public required DateOnly On { get; init; }

    /// <summary>Seq of the ledger's last row that it takes in.</summary>
    [Id(1)]
    public required long Version { get; init; }

    [Id(2)]
    public ImmutableArray<LicenceProgress> Items { get; init; } = [];
}
