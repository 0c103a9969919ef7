using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Providers;

/// <summary>An accredited provider.</summary>
[GenerateSerializer, Immutable, Alias("cme.provider-record")]
public sealed record ProviderRecord
{
    [Id(0)]
    public required string Name { get; init; }

    [Id(1)]
    public required string Address { get; init; }

    /// <summary>Seven digits.</summary>
    [Id(2)]
    public string? AcmeProviderId { get; init; }

    [Id(3)]
    public required string AccreditationStatement { get; init; }

    [Id(4)]
    public ImmutableArray<string> JointProviders { get; init; } = [];

    [Id(5)]
    public required string SignatoryName { get; init; }

    [Id(6)]
    public required string SignatoryTitle { get; init; }

    /// <summary>IANA name, such as <c>America/Chicago</c>: in which days of this provider begin and end.</summary>
    [Id(7)]
    public required string TimeZone { get; init; }
}
