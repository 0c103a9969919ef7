using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Transcripts;

namespace CmeOrleans.Grains.Transcripts;

/// <summary>The lines of a transcript that a claim makes.</summary>
internal static class TranscriptLines
{
    private const string Voided = "voided";
    private const string Revoked = "revoked";

    /// <summary>What the learner still holds of a claim, topic by topic.</summary>
    public static IEnumerable<TranscriptLine> Of(ClaimView claim) =>
        from certificate in claim.Certificates
        where claim.Status != Voided && certificate.Status != Revoked
        from topic in certificate.Topics
        select new TranscriptLine
        {
            CompletedOn = topic.CompletedOn,
            CourseId = certificate.CourseId,
            CourseTitle = certificate.CourseTitle,
            TopicId = topic.TopicId,
            TopicTitle = topic.TopicTitle,
            CreditType = claim.CreditType,
            Kind = certificate.Kind,
            ClaimedOn = DateOnly.FromDateTime(claim.ClaimedAt.UtcDateTime),
            AmountHundredths = topic.AmountHundredths,
            ClaimId = claim.ClaimId,
            CertificateId = certificate.CertificateId,
            Code = certificate.Code,
        };

    public static bool IsIn(TranscriptQuery query, TranscriptLine line) =>
        (query.From is null || query.From <= line.CompletedOn) && (query.To is null || line.CompletedOn <= query.To);
}
