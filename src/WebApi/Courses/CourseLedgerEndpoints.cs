using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Courses;

/// <summary>A course's side of the ledger.</summary>
internal static class CourseLedgerEndpoints
{
    public static void MapCourseLedgers(this IEndpointRouteBuilder api)
    {
        var course = api.MapGroup("/courses/{courseId}").WithTags("Courses").Requires(Access.Course);

        course.MapGet("/ledger", GetLedgerAsync)
            .Describe("GetCourseLedger", "Lists the entries of a course, oldest first.", "Each entry was stored together with the learner's row that it mirrors. To providers, learner ids may be opaque, by configuration.")
            .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer("""
                { "items": [{ "learnerId": "dr-lee", "seq": 1, "at": "2026-03-02T17:00:00Z", "kind": "earned", "creditType": "AMA_PRA_1", "amount": 1.5 }] }
                """);

        course.MapGet("/balance", GetBalanceAsync)
            .Describe("GetCourseBalance", "Adds up the entries of a course by credit type.", "Issued is what was earned less what was reversed.")
            .ShowsAnswer("""
                { "courseId": "peds-2026", "balances": [{ "creditType": "AMA_PRA_1", "issued": 120, "claimed": 96.5, "reversed": 1.5, "expired": 0, "learners": 81 }] }
                """);
    }

    private static async Task<Results<Ok<CourseLedgerResponse>, ProblemAnswer>> GetLedgerAsync(
        string courseId, HttpContext context, IGrainFactory grains, LearnerPseudonyms pseudonyms)
    {
        var request = PageRequest.Read(context);
        var course = grains.GetGrain<ICourseGrain>(courseId);
        if (await course.GetAsync() is null)
        {
            return (ProblemAnswer)Problem.NotFound;
        }

        var page = await course.GetLedgerAsync(After(request), request.Limit);
        var nameOf = pseudonyms.For(Caller.Of(context), courseId);
        return TypedResults.Ok(new CourseLedgerResponse(
            [.. page.Items.Select(entry => CourseEntryResponse.From(entry, nameOf(entry.LearnerId)))], request.Finish(page.Next?.ToString())));
    }

    private static CourseLedgerPosition After(PageRequest request) =>
        request.After is null ? CourseLedgerPosition.Start
        : CourseLedgerPosition.TryParse(request.After, out var position) ? position
        : throw PageRequest.InvalidCursor();

    private static async Task<Results<Ok<CourseBalanceResponse>, ProblemAnswer>> GetBalanceAsync(string courseId, IGrainFactory grains)
    {
        var course = grains.GetGrain<ICourseGrain>(courseId);
        return await course.GetAsync() is null
            ? (ProblemAnswer)Problem.NotFound
            : TypedResults.Ok(CourseBalanceResponse.From(courseId, await course.GetBalanceAsync()));
    }
}

/// <summary>A page of a course's entries.</summary>
internal sealed record CourseLedgerResponse(IReadOnlyList<CourseEntryResponse> Items, string? NextCursor);

/// <summary>One entry of a course; seq is that of the learner's row.</summary>
internal sealed record CourseEntryResponse(string LearnerId, long Seq, DateTimeOffset At, string Kind, string CreditType, Credits Amount)
{
    public static CourseEntryResponse From(CourseEntryView entry, string learnerId) =>
        new(learnerId, entry.Seq, entry.At, entry.Kind, entry.CreditType, new(entry.AmountHundredths));
}

/// <summary>The sums of a course.</summary>
internal sealed record CourseBalanceResponse(string CourseId, IReadOnlyList<CourseBalanceLineResponse> Balances)
{
    public static CourseBalanceResponse From(string courseId, ImmutableArray<CourseBalanceLine> lines) =>
        new(courseId, [.. lines.Select(CourseBalanceLineResponse.From)]);
}

/// <summary>The sums of one credit type in a course.</summary>
internal sealed record CourseBalanceLineResponse(
    string CreditType, Credits Issued, Credits Claimed, Credits Reversed, Credits Expired, long Learners)
{
    public static CourseBalanceLineResponse From(CourseBalanceLine line) => new(
        line.CreditType,
        new(line.IssuedHundredths),
        new(line.ClaimedHundredths),
        new(line.ReversedHundredths),
        new(line.ExpiredHundredths),
        line.Learners);
}
