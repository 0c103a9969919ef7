using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Interfaces.Certificates;

/// <summary>What a verification code shows: what the paper shows and nothing else of the person.</summary>
[GenerateSerializer, Immutable, Alias("cme.verification")]
public sealed record Verification
{
    /// <summary><c>valid</c>, <c>superseded</c> or <c>revoked</c>.</summary>
    [Id(0)]
    public required string Status { get; init; }

    [Id(1)]
    public required string DisplayName { get; init; }

    [Id(2)]
    public required string CourseTitle { get; init; }

    [Id(3)]
    public required string ProviderName { get; init; }

    [Id(4)]
    public required string CreditType { get; init; }

    [Id(5)]
    public required long AmountHundredths { get; init; }

    [Id(6)]
    public required DateOnly IssuedOn { get; init; }

    [Id(7)]
    public ImmutableArray<CertificateTopicView> Topics { get; init; } = [];

    /// <summary>SHA-256 of the certificate document, lower-case hex.</summary>
    [Id(8)]
    public required string Sha256 { get; init; }

    [Id(9)]
    public required long LedgerSeq { get; init; }

    /// <summary>Lower-case hex.</summary>
    [Id(10)]
    public required string LedgerHash { get; init; }
}
