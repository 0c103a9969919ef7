using CmeOrleans.Grains.Interfaces.Providers;

namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>What a course and its provider say on a certificate.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-certificate-terms")]
public sealed record CourseCertificateTerms
{
    [Id(0)]
    public required string Title { get; init; }

    [Id(1)]
    public required string Format { get; init; }

    [Id(2)]
    public string? Location { get; init; }

    [Id(3)]
    public string? ParsActivityId { get; init; }

    /// <summary>The designated maximum of the credit type.</summary>
    [Id(4)]
    public required long DesignatedHundredths { get; init; }

    [Id(5)]
    public required string ProviderId { get; init; }

    [Id(6)]
    public required ProviderRecord Provider { get; init; }
}
