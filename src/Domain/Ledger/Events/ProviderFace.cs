using System.Collections.Immutable;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>The accredited provider as a certificate names it.</summary>
public sealed record ProviderFace
{
    public required string ProviderId { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string AccreditationStatement { get; init; }

    public ImmutableArray<string> JointProviders { get; init; } = [];

    public required string SignatoryName { get; init; }

    public required string SignatoryTitle { get; init; }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(ProviderFace? other) =>
        other is not null
        && ProviderId == other.ProviderId
        && Name == other.Name
        && Address == other.Address
        && AccreditationStatement == other.AccreditationStatement
        && JointProviders.SequenceEqual(other.JointProviders, StringComparer.Ordinal)
        && SignatoryName == other.SignatoryName
        && SignatoryTitle == other.SignatoryTitle;

    public override int GetHashCode() => HashCode.Combine(ProviderId, Name, Address, AccreditationStatement);
}
