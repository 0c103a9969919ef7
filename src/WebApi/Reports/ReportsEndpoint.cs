using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Reports;

/// <summary>What a learner's claims owe to certifying boards.</summary>
internal static class ReportsEndpoint
{
    private const string Example = """
        {
          "items": [
            {
              "claimId": "clm_0199a1b2-0000-7000-8000-000000000003",
              "number": 0,
              "board": "abp",
              "courseId": "peds-2026",
              "courseTitle": "Pediatrics Update 2026",
              "creditType": "ABP_MOC_2",
              "completedOn": "2026-03-02",
              "amount": 1.5,
              "state": "held",
              "reason": { "code": "activity-not-registered", "detail": "The provider has not told the board's activity id of this course yet." },
              "createdAt": "2026-03-09T17:00:00Z",
              "ageDays": 12
            }
          ]
        }
        """;

    public static void MapReports(this IEndpointRouteBuilder api) => api.MapGet("/learners/{learnerId}/reports", ListAsync)
        .WithTags("Claims")
        .Requires(Access.Learner)
        .Describe("ListReports", "Lists what a learner's claims owe to certifying boards, and how far it is.",
            "One report for each claim, course and date of completion, the newest claim first. A report is held while the provider has not registered the activity, or while the profile lacks what the board asks for; reason says which.")
        .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
        .MayAnswer(ProblemTypes.InvalidCursor)
        .ShowsAnswer(Example);

    private static async Task<Results<Ok<ReportsResponse>, ProblemAnswer>> ListAsync(string learnerId, HttpContext context, IGrainFactory grains)
    {
        var request = PageRequest.Read(context);
        return await grains.GetGrain<IReportGrain>(learnerId).ListAsync(new() { Limit = request.Limit, After = request.After }) is { } page
            ? TypedResults.Ok(new ReportsResponse([.. page.Items.Select(ReportResponse.From)], request.Finish(page.Next)))
            : (ProblemAnswer)Problem.NotFound;
    }
}
