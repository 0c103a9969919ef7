using CmeOrleans.Domain.Certificates;

namespace CmeOrleans.Domain.Transcripts;

/// <summary>One topic on a transcript.</summary>
/// <param name="CompletedOn">When it was completed.</param>
/// <param name="CourseTitle">The course as the certificate names it.</param>
/// <param name="Title">The topic.</param>
/// <param name="CreditTypeCode">The type that it was claimed as.</param>
/// <param name="Kind">Whether credit was awarded or attendance certified.</param>
/// <param name="ClaimedOn">When it was claimed.</param>
/// <param name="Amount">How much was claimed.</param>
/// <param name="Code">The code at which its certificate can be verified.</param>
public sealed record TranscriptTopic(
    DateOnly CompletedOn,
    string CourseTitle,
    string Title,
    string CreditTypeCode,
    CertificateKind Kind,
    DateOnly ClaimedOn,
    CreditAmount Amount,
    string Code);
