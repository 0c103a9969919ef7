using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>One minimum of a requirement.</summary>
[GenerateSerializer, Immutable, Alias("cme.requirement-bucket")]
public sealed record RequirementBucketView
{
    [Id(0)]
    public required string BucketId { get; init; }

    [Id(1)]
    public required string Name { get; init; }

    [Id(2)]
    public required long MinimumHundredths { get; init; }

    /// <summary>API name of the unit, such as <c>hour</c>. One unit is one credit.</summary>
    [Id(3)]
    public required string Unit { get; init; }

    /// <summary>Codes of the credit types that count.</summary>
    [Id(4)]
    public ImmutableArray<string> CreditTypes { get; init; } = [];
}
