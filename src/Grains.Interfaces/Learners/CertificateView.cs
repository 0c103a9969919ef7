using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>What one certificate states.</summary>
[GenerateSerializer, Immutable, Alias("cme.certificate-view")]
public sealed record CertificateView
{
    /// <summary>Empty in a preview.</summary>
    [Id(0)]
    public required string CertificateId { get; init; }

    [Id(1)]
    public required string CourseId { get; init; }

    [Id(2)]
    public required string CourseTitle { get; init; }

    [Id(3)]
    public required long AmountHundredths { get; init; }

    /// <summary><c>participation</c> or <c>attendance</c>.</summary>
    [Id(4)]
    public required string Kind { get; init; }

    /// <summary>The verification code; empty in a preview.</summary>
    [Id(5)]
    public required string Code { get; init; }

    /// <summary><c>valid</c>, <c>superseded</c> or <c>revoked</c>.</summary>
    [Id(6)]
    public required string Status { get; init; }

    [Id(7)]
    public ImmutableArray<CertificateTopicView> Topics { get; init; } = [];
}
