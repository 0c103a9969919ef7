using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>How far one licence is in its cycle.</summary>
[GenerateSerializer, Immutable, Alias("cme.licence-progress")]
public sealed record LicenceProgress
{
    [Id(0)]
    public required Licence Licence { get; init; }

    /// <summary>What is asked for; none if this node's pack no longer has it, and then nothing is counted.</summary>
    [Id(1)]
    public RequirementView? Requirement { get; init; }

    /// <summary>The first day whose credit counts; the last is <see cref="Licence.CycleEndsOn"/>. None without a requirement.</summary>
    [Id(2)]
    public DateOnly? CycleFrom { get; init; }

    /// <summary>Days from today to the last one of the cycle; below zero when that has passed.</summary>
    [Id(3)]
    public required int DaysLeft { get; init; }

    /// <summary>In the order of the requirement, the most comprehensive first.</summary>
    [Id(4)]
    public ImmutableArray<BucketProgressView> Buckets { get; init; } = [];

    /// <summary>What can be claimed and would count, by type, the greatest first.</summary>
    [Id(5)]
    public ImmutableArray<ClaimableTypeView> Claimable { get; init; } = [];

    /// <summary>
    /// What was claimed, and what would count if it were, in order of completion, newest first; at most 500. What was completed more
    /// than a year before the cycle is left out.
    /// </summary>
    [Id(6)]
    public ImmutableArray<ProgressCreditView> Credits { get; init; } = [];

    /// <summary>How many more there are than <see cref="Credits"/> lists.</summary>
    [Id(7)]
    public int CreditsLeftOutCount { get; init; }
}

/// <summary>Credit of one type that can be claimed and would count.</summary>
[GenerateSerializer, Immutable, Alias("cme.claimable-type")]
public sealed record ClaimableTypeView
{
    [Id(0)]
    public required string CreditType { get; init; }

    [Id(1)]
    public required long AmountHundredths { get; init; }
}
