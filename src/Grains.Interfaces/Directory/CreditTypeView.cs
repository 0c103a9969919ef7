using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Directory;

/// <summary>A credit type of the pack.</summary>
[GenerateSerializer, Immutable, Alias("cme.credit-type-view")]
public sealed record CreditTypeView
{
    [Id(0)]
    public required string Code { get; init; }

    [Id(1)]
    public required string Name { get; init; }

    [Id(2)]
    public required string Owner { get; init; }

    /// <summary>API name of the unit, such as <c>credit</c>.</summary>
    [Id(3)]
    public required string Unit { get; init; }

    /// <summary>Earnings and claims are whole numbers of this amount.</summary>
    [Id(4)]
    public required long StepHundredths { get; init; }

    /// <summary>API names of the professions to which it may be awarded.</summary>
    [Id(5)]
    public required ImmutableArray<string> Professions { get; init; }

    /// <summary><c>participation</c>, <c>attendance</c> or <c>none</c>.</summary>
    [Id(6)]
    public required string CertificateKind { get; init; }

    [Id(7)]
    public required bool SelfReportable { get; init; }

    /// <summary>One unit of it as its owner wants it written; asterisks enclose what stands in italics.</summary>
    [Id(8)]
    public required string Singular { get; init; }

    /// <summary>Any other amount of it, written likewise.</summary>
    [Id(9)]
    public required string Plural { get; init; }

    /// <summary>Whether courses can offer it; else learners report it themselves.</summary>
    [Id(10)]
    public bool IsOfferable { get; init; }
}
