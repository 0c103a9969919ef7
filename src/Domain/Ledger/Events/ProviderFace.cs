using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>The accredited provider as a certificate names it.</summary>
public sealed record ProviderFace
{
    public required string ProviderId { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string AccreditationStatement { get; init; }

    [JsonRequired]
    public ImmutableArray<string> JointProviders { get; init; } = [];

    public required string SignatoryName { get; init; }

    public required string SignatoryTitle { get; init; }
}
