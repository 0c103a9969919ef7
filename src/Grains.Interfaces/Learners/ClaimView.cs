using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>A claim: what was claimed and which certificates came of it.</summary>
[GenerateSerializer, Immutable, Alias("cme.claim-view")]
public sealed record ClaimView
{
    /// <summary>Empty in a preview.</summary>
    [Id(0)]
    public required string ClaimId { get; init; }

    [Id(1)]
    public required string CreditType { get; init; }

    [Id(2)]
    public required long TotalHundredths { get; init; }

    [Id(3)]
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Seq of the row that holds it; in a preview the version previewed.</summary>
    [Id(4)]
    public required long Version { get; init; }

    /// <summary><c>valid</c>, <c>flagged</c> (an earning of it was taken back) or <c>voided</c>.</summary>
    [Id(5)]
    public required string Status { get; init; }

    /// <summary>The year in which its latest topic was completed.</summary>
    [Id(6)]
    public required int EarnedYear { get; init; }

    /// <summary>The name as printed; only in a preview.</summary>
    [Id(7)]
    public string? DisplayName { get; init; }

    [Id(8)]
    public ImmutableArray<CertificateView> Certificates { get; init; } = [];

    /// <summary>What it would use up of other types, by type; only in a preview.</summary>
    [Id(9)]
    public ImmutableArray<ForgoneView> Forgone { get; init; } = [];
}
