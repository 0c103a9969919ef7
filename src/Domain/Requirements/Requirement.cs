using System.Collections.Immutable;
using CmeOrleans.Domain.CreditTypes;

namespace CmeOrleans.Domain.Requirements;

/// <summary>What an authority asks of those whom it licenses, as far as it can be counted here, and in words where it cannot.</summary>
public sealed record Requirement
{
    /// <summary>Names it for ever, such as <c>us-tx-mdo</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The body that asks, such as a state's medical board.</summary>
    public required string Authority { get; init; }

    /// <summary>Where it does, such as a state.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Of whom.</summary>
    public required ImmutableArray<Profession> Professions { get; init; }

    public required int CycleMonths { get; init; }

    /// <summary>How the authority sets the day on which a cycle ends, in words. Which day that is for a licence, its holder says.</summary>
    public required string CycleEnd { get; init; }

    /// <summary>What is counted, the most comprehensive first.</summary>
    public required ImmutableArray<RequirementBucket> Buckets { get; init; }

    /// <summary>Topics that are asked for too and are not counted here, in words.</summary>
    public required ImmutableArray<string> AlsoAskedFor { get; init; }

    /// <summary>Exceptions and alternatives that are not applied here, in words.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Cycles that end on this day or later are judged by it.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Where it was read.</summary>
    public required string Source { get; init; }

    /// <summary>The first day of the month that the source is of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How sure it is; only what is <c>high</c> is in the pack.</summary>
    public required string Confidence { get; init; }

    public Cycle CycleEndingOn(DateOnly day) => Cycle.Ending(day, CycleMonths);
}
