using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>All licences of a learner.</summary>
[GenerateSerializer, Immutable, Alias("cme.licence-list")]
public sealed record LicenceList
{
    /// <summary>In the order in which they were written.</summary>
    [Id(0)]
    public ImmutableArray<Licence> Items { get; init; } = [];
}
