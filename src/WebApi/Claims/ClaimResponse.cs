using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Claims;

/// <summary>A claim and the certificates that came of it; version is the seq of its row.</summary>
internal sealed record ClaimResponse(
    string ClaimId,
    string CreditType,
    Credits Total,
    DateTimeOffset ClaimedAt,
    int EarnedYear,
    long Version,
    string Status,
    IReadOnlyList<CertificateResponse> Certificates)
{
    public static ClaimResponse From(ClaimView claim) => new(
        claim.ClaimId,
        claim.CreditType,
        new(claim.TotalHundredths),
        claim.ClaimedAt,
        claim.EarnedYear,
        claim.Version,
        claim.Status,
        [.. claim.Certificates.Select(CertificateResponse.From)]);
}

/// <summary>One certificate: one course, one credit type, the amount claimed. Code is what /verify takes.</summary>
internal sealed record CertificateResponse(
    string CertificateId,
    string CourseId,
    string CourseTitle,
    Credits Amount,
    string Kind,
    string Code,
    string Status,
    IReadOnlyList<CertificateTopicResponse> Topics)
{
    public static CertificateResponse From(CertificateView certificate) => new(
        certificate.CertificateId,
        certificate.CourseId,
        certificate.CourseTitle,
        new(certificate.AmountHundredths),
        certificate.Kind,
        certificate.Code,
        certificate.Status,
        [.. certificate.Topics.Select(topic => new CertificateTopicResponse(topic.TopicId, topic.TopicTitle, new(topic.AmountHundredths)))]);
}

/// <summary>One topic on a certificate.</summary>
internal sealed record CertificateTopicResponse(string TopicId, string TopicTitle, Credits Amount);
