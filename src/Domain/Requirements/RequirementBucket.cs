using System.Collections.Immutable;
using CmeOrleans.Domain.CreditTypes;

namespace CmeOrleans.Domain.Requirements;

/// <summary>One minimum of a requirement: so much credit of these types in each cycle.</summary>
public sealed record RequirementBucket
{
    /// <summary>Names it within its requirement, such as <c>total</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Above zero. One unit is one credit: the boards' hour is 60 minutes, and so is a credit.</summary>
    public required CreditAmount Minimum { get; init; }

    /// <summary>The authority's own word for what it counts.</summary>
    public required CreditUnit Unit { get; init; }

    /// <summary>Codes of the credit types that count; when one completion was claimed in equal amounts of several, as the first of them.</summary>
    public required ImmutableArray<string> CreditTypes { get; init; }
}
