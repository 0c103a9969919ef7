namespace CmeOrleans.Grains.Interfaces.Transcripts;

/// <summary>One topic that was claimed.</summary>
[GenerateSerializer, Immutable, Alias("cme.transcript-line")]
public sealed record TranscriptLine
{
    [Id(0)]
    public required DateOnly CompletedOn { get; init; }

    [Id(1)]
    public required string CourseId { get; init; }

    [Id(2)]
    public required string CourseTitle { get; init; }

    [Id(3)]
    public required string TopicId { get; init; }

    [Id(4)]
    public required string TopicTitle { get; init; }

    /// <summary>The code of the type that it was claimed as.</summary>
    [Id(5)]
    public required string CreditType { get; init; }

    /// <summary><c>participation</c> where credit was awarded, else <c>attendance</c>.</summary>
    [Id(6)]
    public required string Kind { get; init; }

    /// <summary>When it was claimed, in UTC.</summary>
    [Id(7)]
    public required DateOnly ClaimedOn { get; init; }

    [Id(8)]
    public required long AmountHundredths { get; init; }

    [Id(9)]
    public required string ClaimId { get; init; }

    [Id(10)]
    public required string CertificateId { get; init; }

    /// <summary>The verification code of the certificate.</summary>
    [Id(11)]
    public required string Code { get; init; }
}
