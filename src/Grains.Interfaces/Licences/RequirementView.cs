using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>A requirement of the pack: what an authority asks of those whom it licenses.</summary>
[GenerateSerializer, Immutable, Alias("cme.requirement-view")]
public sealed record RequirementView
{
    [Id(0)]
    public required string RequirementId { get; init; }

    [Id(1)]
    public required string Authority { get; init; }

    /// <summary>Where it asks, such as a state.</summary>
    [Id(2)]
    public required string Jurisdiction { get; init; }

    /// <summary>API names of the professions of which it asks.</summary>
    [Id(3)]
    public ImmutableArray<string> Professions { get; init; } = [];

    [Id(4)]
    public required int CycleMonths { get; init; }

    /// <summary>How the last day of a cycle is set, in words.</summary>
    [Id(5)]
    public required string CycleEnd { get; init; }

    [Id(6)]
    public ImmutableArray<RequirementBucketView> Buckets { get; init; } = [];

    /// <summary>Topics that are asked for too and are not counted here, in words.</summary>
    [Id(7)]
    public ImmutableArray<string> AlsoAskedFor { get; init; } = [];

    /// <summary>Exceptions and alternatives that are not applied here, in words.</summary>
    [Id(8)]
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Cycles that end on this day or later are judged by it.</summary>
    [Id(9)]
    public required DateOnly EffectiveFrom { get; init; }

    [Id(10)]
    public required string Source { get; init; }

    /// <summary>The first day of the month that the source is of.</summary>
    [Id(11)]
    public required DateOnly AsOf { get; init; }

    [Id(12)]
    public required string Confidence { get; init; }
}
