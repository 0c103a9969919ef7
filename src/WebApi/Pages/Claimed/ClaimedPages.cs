using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.WebApi.Certificates;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>What was claimed: the list, one claim, its feedback, and its papers.</summary>
internal static class ClaimedPages
{
    private const int PageLimit = 50;
    private const int PositionLengthMax = 200;
    private const string CommentField = "comment";
    private const string AlreadyGivenCode = "evaluation-already-given";

    public static void MapClaimedPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapLearnerPages();
        pages.MapGet("/claimed", ListAsync).PairedWith("ListClaims");
        pages.MapGet("/claimed/{claimId}", ShowAsync).PairedWith("GetClaim", "GetLedger");
        pages.MapGet("/claimed/{claimId}/evaluation", AskAsync).PairedWith("GetClaim");
        pages.MapPost("/claimed/{claimId}/evaluation", EvaluateAsync).PairedWith("CreateEvaluation");
        pages.MapGet("/claimed/{claimId}/success", CongratulateAsync).PairedWith("GetClaim");
        pages.MapGet("/claimed/{claimId}/certificates.pdf", ShowDocumentAsync).PairedWith("GetClaimDocument");
        pages.MapGet("/claimed/{claimId}/{certificateId}/certificate.pdf", ShowCertificateAsync).PairedWith("GetCertificateDocument");
        pages.MapGet("/claimed/{claimId}/{certificateId}/board-evidence/{board}", ShowBoardEvidenceAsync).PairedWith("GetBoardEvidence");
    }

    private static async Task<IResult> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var query = context.Request.Query;
        var sort = ClaimedSort.Of(query["sort"].ToString());
        var after = query["after"].ToString() is { Length: > 0 and <= PositionLengthMax } position ? position : null;
        var page = await grains.GetGrain<ILearnerGrain>(PageRoutes.LearnerOf(context)).GetClaimsAsync(new() { Sort = sort.Text, Limit = PageLimit, After = after });
        return PageAnswer.Show<ClaimedPage, ClaimedModel>(new()
        {
            Claims = page?.Items ?? [],
            Types = await CreditTypeNames.ReadAsync(grains),
            Sort = sort,
            NextAddress = page?.Next is { } next ? $"/claimed?sort={sort.Text}&after={Uri.EscapeDataString(next)}" : null,
        });
    }

    private static async Task<IResult> ShowAsync(string claimId, HttpContext context, IGrainFactory grains)
    {
        if (await FindAsync(context, grains, claimId) is not { } model)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var rows = await grains.GetGrain<ILearnerGrain>(PageRoutes.LearnerOf(context)).GetLedgerAsync(model.Claim.Version - 1, limit: 1);
        return PageAnswer.Show<ClaimDetailPage, ClaimModel>(model with
        {
            Row = rows?.Items.FirstOrDefault(),
            Boards = await BoardsOfAsync(context, grains, model.Claim),
            Reports = await grains.GetGrain<IReportGrain>(PageRoutes.LearnerOf(context)).ListOfClaimAsync(claimId),
            MadeAt = await grains.GetGrain<IClaimDocumentGrain>($"{PageRoutes.LearnerOf(context)}/{claimId}").FindMadeAtAsync(),
        });
    }

    // A claim without a certificate that stands has nothing to copy.
    private static async Task<ImmutableArray<string>> BoardsOfAsync(HttpContext context, IGrainFactory grains, ClaimView claim) =>
        claim.Certificates.Any(ClaimModel.Stands)
        && await grains.GetGrain<ILearnerGrain>(PageRoutes.LearnerOf(context)).GetProfileAsync() is { Value: var profile }
            ? [.. BoardNames.Codes.Where(board => BoardNames.DiplomateIdIn(profile, board) is not null)]
            : [];

    private static async Task<IResult> AskAsync(string claimId, HttpContext context, IGrainFactory grains) =>
        await FindAsync(context, grains, claimId) is { } model
            ? PageAnswer.Show<EvaluationPage, ClaimModel>(model)
            : new ProblemAnswer(Problem.NotFound);

    private static async Task<IResult> CongratulateAsync(string claimId, HttpContext context, IGrainFactory grains) =>
        await FindAsync(context, grains, claimId) is { } model
            ? PageAnswer.Show<SuccessPage, ClaimModel>(model)
            : new ProblemAnswer(Problem.NotFound);

    private static async Task<IResult> EvaluateAsync(string claimId, HttpContext context, IGrainFactory grains)
    {
        if (await FindAsync(context, grains, claimId) is not { } model)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var answers = EvaluationQuestions.All
            .Select(question => (question.Id, Value: form.Text(question.Id)))
            .Where(answer => EvaluationQuestions.Answers.Any(known => known.Value == answer.Value))
            .ToDictionary(answer => answer.Id, answer => answer.Value);
        var comment = form.OptionalText(CommentField);
        if (comment?.Length > EvaluationRequest.CommentLengthMax)
        {
            var tooLong = new FormError(CommentField, $"At most {EvaluationRequest.CommentLengthMax} characters fit here; you wrote {comment.Length}.");
            return PageAnswer.Show<EvaluationPage, ClaimModel>(
                model with { Answers = answers, Comment = comment, Errors = FormErrors.Of([tooLong]) }, StatusCodes.Status422UnprocessableEntity);
        }

        // An empty form is nobody's feedback; a second one is not taken, and the first stands.
        if (answers.Count > 0 || comment is not null)
        {
            var answer = await grains.GetGrain<IClaimDocumentGrain>($"{PageRoutes.LearnerOf(context)}/{claimId}").PutEvaluationAsync(new()
            {
                Answers = [.. answers.Select(given => new EvaluationAnswer { QuestionId = given.Key, Value = given.Value })],
                Comment = comment,
            });
            if (answer is not ({ Outcome: Outcome.Done } or { Refusal.Code: AlreadyGivenCode }))
            {
                return new ProblemAnswer(Idempotency.CommandAnswers.ProblemOf(answer));
            }
        }

        return PageAnswer.GoTo(ClaimedAddress.OfSuccess(claimId));
    }

    private static async Task<IResult> ShowDocumentAsync(string claimId, HttpContext context, IGrainFactory grains) =>
        await FindAsync(context, grains, claimId) is { } model
            ? Show(context, model, await grains.GetGrain<IClaimDocumentGrain>($"{PageRoutes.LearnerOf(context)}/{claimId}").GetDocumentAsync(), claimId)
            : new ProblemAnswer(Problem.NotFound);

    private static async Task<IResult> ShowCertificateAsync(string claimId, string certificateId, HttpContext context, IGrainFactory grains) =>
        await FindAsync(context, grains, claimId) is { } model && model.Has(certificateId)
            ? Show(context, model, await grains.GetGrain<ICertificateGrain>($"{PageRoutes.LearnerOf(context)}/{certificateId}").GetDocumentAsync(), certificateId)
            : new ProblemAnswer(Problem.NotFound);

    private static async Task<IResult> ShowBoardEvidenceAsync(string claimId, string certificateId, string board, HttpContext context, IGrainFactory grains)
    {
        if (await FindAsync(context, grains, claimId) is not { } model || !model.Has(certificateId))
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var copy = await grains.GetGrain<IBoardEvidenceGrain>($"{PageRoutes.LearnerOf(context)}/{certificateId}").MakeAsync(board);
        if (copy.Value?.Pdf is not { } pdf)
        {
            return new ProblemAnswer(Idempotency.CommandAnswers.ProblemOf(copy));
        }

        SecurityHeaders.Apply(context.Response);
        return new PdfAnswer(pdf, $"{certificateId}-{board}.pdf");
    }

    private static IResult Show(HttpContext context, ClaimModel model, DocumentAnswer? document, string id)
    {
        if (document is null)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        if (document.Pdf is not { } pdf)
        {
            context.Response.Headers["Refresh"] = "1";
            return PageAnswer.Show<RenderingPage, ClaimModel>(model, StatusCodes.Status202Accepted);
        }

        SecurityHeaders.Apply(context.Response);
        context.Response.Headers.CacheControl = "private, no-cache";
        return new PdfAnswer(pdf, $"{id}.pdf", isSaved: context.Request.Query.ContainsKey("download"));
    }

    /// <summary>The claim, if the learner who asks has it.</summary>
    private static async Task<ClaimModel?> FindAsync(HttpContext context, IGrainFactory grains, string claimId)
    {
        if (!Ids.MayBeServerMade(claimId)
            || await grains.GetGrain<ILearnerGrain>(PageRoutes.LearnerOf(context)).GetClaimAsync(claimId) is not { } claim)
        {
            return null;
        }

        return new() { Claim = claim, Wording = (await CreditTypeNames.ReadAsync(grains)).WordingOf(claim.CreditType) };
    }
}
