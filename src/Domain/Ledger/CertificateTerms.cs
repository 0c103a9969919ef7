using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What a course, in one of its versions, and its provider say on a certificate of one credit type.</summary>
public sealed record CertificateTerms
{
    public required string CourseTitle { get; init; }

    /// <summary>API name of the format.</summary>
    public required string Format { get; init; }

    public string? Location { get; init; }

    public string? ParsActivityId { get; init; }

    /// <summary>The most that the course is designated for in the type.</summary>
    public required CreditAmount DesignatedMaximum { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    public required ProviderFace Provider { get; init; }
}
