using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Claims;

/// <summary>What a claim would be if it were made on this version of the ledger.</summary>
internal sealed record ClaimPreviewResponse(
    string CreditType, Credits Total, string DisplayName, IReadOnlyList<CertificatePreviewResponse> Certificates, long Version)
{
    public static ClaimPreviewResponse From(ClaimView claim) => new(
        claim.CreditType,
        new(claim.TotalHundredths),
        claim.DisplayName ?? "",
        [.. claim.Certificates.Select(CertificatePreviewResponse.From)],
        claim.Version);
}

/// <summary>A certificate that the claim would bring.</summary>
internal sealed record CertificatePreviewResponse(
    string CourseId, string CourseTitle, Credits Amount, string Kind, IReadOnlyList<TopicPreviewResponse> Topics)
{
    public static CertificatePreviewResponse From(CertificateView certificate) => new(
        certificate.CourseId,
        certificate.CourseTitle,
        new(certificate.AmountHundredths),
        certificate.Kind,
        [.. certificate.Topics.Select(topic => new TopicPreviewResponse(topic.TopicTitle, new(topic.AmountHundredths)))]);
}

/// <summary>A topic that the certificate would list.</summary>
internal sealed record TopicPreviewResponse(string TopicTitle, Credits Amount);
