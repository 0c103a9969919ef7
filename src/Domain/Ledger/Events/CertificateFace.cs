using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>What one certificate of a claim says, but for the learner's name: frozen, so that no later change of course, provider or template reaches it.</summary>
public sealed record CertificateFace
{
    public required CertificateId CertificateId { get; init; }

    /// <summary>The verification code: 128 random bits, in its printed form.</summary>
    public required string Code { get; init; }

    /// <summary><c>participation</c> for who may be awarded the type, <c>attendance</c> for others.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the template it is set in.</summary>
    public required int TemplateVersion { get; init; }

    public required string CourseId { get; init; }

    public required int CourseVersion { get; init; }

    public required string CourseTitle { get; init; }

    public required string Format { get; init; }

    public string? Location { get; init; }

    public string? ParsActivityId { get; init; }

    /// <summary>The amount claimed: the sum of the topics.</summary>
    public required CreditAmount Hundredths { get; init; }

    /// <summary>The most that the course is designated for in this type.</summary>
    public required CreditAmount DesignatedHundredths { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The provider, by its position in <see cref="Claimed.Providers"/>.</summary>
    public required int Provider { get; init; }

    public required ImmutableArray<CertificateTopic> Topics { get; init; }
}
