using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Claims;

/// <summary>What a claim would be if it were made on this version of the ledger.</summary>
internal sealed record ClaimPreviewResponse(
    string CreditType, Credits Total, string DisplayName, IReadOnlyList<CertificatePreviewResponse> Certificates, IReadOnlyList<ForgoneResponse> Forgone, long Version)
{
    public static ClaimPreviewResponse From(ClaimView claim) => new(
        claim.CreditType,
        new(claim.TotalHundredths),
        claim.DisplayName ?? "",
        [.. claim.Certificates.Select(CertificatePreviewResponse.From)],
        [.. claim.Forgone.Select(forgone => new ForgoneResponse(forgone.CreditType, new(forgone.AmountHundredths)))],
        claim.Version);
}

/// <summary>What the claim would use up of another type, where the course lets learners choose between types.</summary>
internal sealed record ForgoneResponse(string CreditType, Credits Amount);

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
