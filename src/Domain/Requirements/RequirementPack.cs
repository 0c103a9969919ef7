using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Packs;

namespace CmeOrleans.Domain.Requirements;

/// <summary>All requirements that the product can count, in the order in which they are shown. Immutable.</summary>
public sealed class RequirementPack
{
    public const int RequirementsMax = 500;

    private readonly FrozenDictionary<string, Requirement> _byId;

    internal RequirementPack(ImmutableArray<Requirement> requirements)
    {
        Requirements = requirements;
        _byId = requirements.ToFrozenDictionary(requirement => requirement.Id, StringComparer.Ordinal);
    }

    /// <summary>The requirements in the order of the file.</summary>
    public ImmutableArray<Requirement> Requirements { get; }

    /// <summary>Reads a pack, all of it or nothing.</summary>
    /// <param name="utf8Json">The file as it is in <c>data/requirements.json</c>.</param>
    /// <param name="creditTypes">The credit types that requirements may name.</param>
    /// <exception cref="PackException">The file is no JSON, or a value is missing, unknown or out of bounds.</exception>
    public static RequirementPack Parse(ReadOnlyMemory<byte> utf8Json, CreditTypePack creditTypes) => RequirementPackReader.Read(utf8Json, creditTypes);

    /// <summary>Finds a requirement by its id; case counts.</summary>
    public bool TryFind(string? id, [NotNullWhen(true)] out Requirement? requirement)
    {
        requirement = null;
        return id is not null && _byId.TryGetValue(id, out requirement);
    }
}
