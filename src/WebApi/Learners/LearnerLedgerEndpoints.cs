using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Learners;

/// <summary>What a learner's ledger holds: credits, their sums, and the rows that prove them.</summary>
internal static class LearnerLedgerEndpoints
{
    private const string SortDefault = "earnedAt";

    private static readonly QueryParameter Sort = QueryParameter.Sort("earnedAt", "claimBy", "amount", "courseTitle");
    private static readonly QueryParameter CreditType = new("creditType", "Only credits of this type.");
    private static readonly QueryParameter CourseId = new("courseId", "Only credits of this course.");
    private static readonly QueryParameter Status = new("status", "Only credits that are so now.") { Values = ["available", "claimed", "expired", "reversed"] };

    public static void MapLearnerLedgers(this IEndpointRouteBuilder api)
    {
        var learner = api.MapGroup("/learners/{learnerId}").WithTags("Ledger").Requires(Access.Learner);

        learner.MapGet("/credits", GetCreditsAsync)
            .Describe("ListCredits", "Lists a learner's credits.", "Sorted by earnedAt unless asked otherwise; ties are in order of the credit id.")
            .TakesQuery(CreditType, Status, CourseId, Sort, QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer(LearnerExamples.Credits);

        learner.MapGet("/balance", GetBalanceAsync)
            .Describe("GetBalance", "Adds up a learner's credits by type.", "earned = available + claimed + expired + reversed, at every moment.")
            .ShowsAnswer(LearnerExamples.Balance);

        learner.MapGet("/ledger", GetLedgerAsync)
            .Describe("GetLedger", "Exports the rows of a learner's ledger, oldest first.", "body is the exact text that hash covers, so that anybody can verify the chain.")
            .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer(LearnerExamples.Ledger);
    }

    private static async Task<Results<Ok<CreditsResponse>, ProblemAnswer>> GetCreditsAsync(
        string learnerId, HttpContext context, IGrainFactory grains)
    {
        var request = PageRequest.Read(context);
        var query = context.Request.Query;
        var page = await grains.GetGrain<ILearnerGrain>(learnerId).GetCreditsAsync(new()
        {
            CreditType = query[CreditType.Name].FirstOrDefault(),
            CourseId = query[CourseId.Name].FirstOrDefault(),
            Status = query[Status.Name].FirstOrDefault(),
            Sort = query[Sort.Name].FirstOrDefault() ?? SortDefault,
            Limit = request.Limit,
            After = request.After,
        });
        return page is null
            ? (ProblemAnswer)Problem.NotFound
            : TypedResults.Ok(new CreditsResponse([.. page.Items.Select(CreditResponse.From)], page.Version, request.Finish(page.Next)));
    }

    private static async Task<Results<Ok<BalanceResponse>, ProblemAnswer>> GetBalanceAsync(string learnerId, IGrainFactory grains) =>
        await grains.GetGrain<ILearnerGrain>(learnerId).GetBalanceAsync() is { } sheet
            ? TypedResults.Ok(BalanceResponse.From(sheet))
            : (ProblemAnswer)Problem.NotFound;

    private static async Task<Results<Ok<LedgerResponse>, ProblemAnswer>> GetLedgerAsync(
        string learnerId, HttpContext context, IGrainFactory grains)
    {
        var request = PageRequest.Read(context);
        if (await grains.GetGrain<ILearnerGrain>(learnerId).GetLedgerAsync(request.AfterNumber(), request.Limit) is not { } page)
        {
            return (ProblemAnswer)Problem.NotFound;
        }

        var next = page.HasMore ? $"{page.Items[^1].Seq}" : null;
        return TypedResults.Ok(new LedgerResponse([.. page.Items.Select(LedgerRowResponse.From)], page.Version, request.Finish(next)));
    }
}
