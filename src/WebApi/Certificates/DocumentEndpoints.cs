using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Certificates;

/// <summary>Certificates as documents.</summary>
internal static class DocumentEndpoints
{
    private const string Tag = "Certificates";
    private const string Description = "The same bytes each time; the ETag is their SHA-256. While rendering is under way the answer is 202 with Retry-After.";
    private const string EvidenceDescription =
        "Certificates never show a diplomate id; this copy shows that of today's profile, for the board alone. It is made anew each time, neither stored nor to be stored by who passes it on, and has no ETag. 404 for a board that is not known here, 422 for one whose diplomate id the profile does not have.";

    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var learner = api.MapGroup("/learners/{learnerId}").WithTags(Tag).Requires(Access.Learner);

        learner.MapGet("/claims/{claimId}/document", GetOfClaimAsync)
            .Describe("GetClaimDocument", "Shows the certificates of a claim, one after another, as one PDF.", Description)
            .TakesIfNoneMatch();

        learner.MapGet("/certificates/{certificateId}/document", GetOfCertificateAsync)
            .Describe("GetCertificateDocument", "Shows one certificate as a PDF.", Description)
            .TakesIfNoneMatch();

        api.MapGet("/learners/{learnerId}/certificates/{certificateId}/board-evidence/{board}", MakeBoardEvidenceAsync)
            .WithTags(Tag)
            .Requires(Access.BeLearner)
            .Describe("GetBoardEvidence", "Makes the copy of a certificate that its learner gives to a board, with the diplomate id, as a PDF.", EvidenceDescription)
            .MayAnswer(RefusalTypes.ProfileIncomplete, RefusalTypes.CertificateRevoked)
            .AuditedUnlessOwn(AuditActs.BoardEvidenceMade, RouteNames.Learner, RouteNames.Certificate);
    }

    private static async Task<Results<PdfAnswer, RenderingAnswer, NotModified, ProblemAnswer>> GetOfClaimAsync(
        string learnerId, string claimId, HttpContext context, IGrainFactory grains) =>
        Show(context, await grains.GetGrain<IClaimDocumentGrain>($"{learnerId}/{claimId}").GetDocumentAsync(), claimId);

    private static async Task<Results<PdfAnswer, RenderingAnswer, NotModified, ProblemAnswer>> GetOfCertificateAsync(
        string learnerId, string certificateId, HttpContext context, IGrainFactory grains) =>
        Show(context, await grains.GetGrain<ICertificateGrain>($"{learnerId}/{certificateId}").GetDocumentAsync(), certificateId);

    private static async Task<Results<PdfAnswer, ProblemAnswer>> MakeBoardEvidenceAsync(
        string learnerId, string certificateId, string board, IGrainFactory grains)
    {
        var copy = await grains.GetGrain<IBoardEvidenceGrain>($"{learnerId}/{certificateId}").MakeAsync(board);
        return copy.Value?.Pdf is { } pdf ? new PdfAnswer(pdf, $"{certificateId}-{board}.pdf") : (ProblemAnswer)CommandAnswers.ProblemOf(copy);
    }

    private static Results<PdfAnswer, RenderingAnswer, NotModified, ProblemAnswer> Show(HttpContext context, DocumentAnswer? document, string id)
    {
        if (document is null)
        {
            return (ProblemAnswer)Problem.NotFound;
        }

        if (document.Pdf is not { } pdf)
        {
            return new RenderingAnswer();
        }

        ETags.Set(context, document.Sha256);
        context.Response.Headers.CacheControl = "private, no-cache";
        return ETags.ClientHas(context, document.Sha256) ? NotModified.Instance : new PdfAnswer(pdf, $"{id}.pdf");
    }
}
