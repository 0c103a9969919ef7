using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Operations;

/// <summary>Whether both sides of every entry agree.</summary>
internal static class TrialBalanceEndpoint
{
    public static void MapTrialBalance(this IEndpointRouteBuilder api) => api.MapGet("/trial-balance", GetAsync)
        .WithTags("Operations")
        .Requires(Access.Operate)
        .Describe("GetTrialBalance", "Compares learners' ledgers with courses' ledgers, on one snapshot of the store.", "A difference is an alarm: it is also logged and counted, here and when the node looks by itself once a day. brokenLedgers names ledgers whose four-way sum does not hold, at most 100. unreadableLedgers names those with a row that cannot be read; their entries are left out of the totals.")
        .ShowsAnswer("""
            {
              "at": "2026-03-09T09:20:00Z",
              "balanced": true,
              "totals": [{ "courseId": "peds-2026", "creditType": "AMA_PRA_1", "learners": 120, "courses": 120, "difference": 0 }],
              "brokenLedgers": [],
              "unreadableLedgers": []
            }
            """);

    private static async Task<Ok<TrialBalanceResponse>> GetAsync(IGrainFactory grains) => TypedResults.Ok(
        TrialBalanceResponse.From(await grains.GetGrain<ICheckpointGrain>(ICheckpointGrain.Key).GetTrialBalanceAsync()));
}

/// <summary>Both sides of every entry, compared.</summary>
internal sealed record TrialBalanceResponse(
    DateTimeOffset At,
    bool Balanced,
    IReadOnlyList<TrialBalanceTotalResponse> Totals,
    IReadOnlyList<string> BrokenLedgers,
    IReadOnlyList<string> UnreadableLedgers)
{
    public static TrialBalanceResponse From(TrialBalanceView view) =>
        new(view.At, view.IsBalanced, [.. view.Totals.Select(TrialBalanceTotalResponse.From)], view.BrokenLedgers, view.UnreadableLedgers);
}

/// <summary>What was issued of one credit type in one course: by the learners' ledgers, by the course's, and how far they are apart.</summary>
internal sealed record TrialBalanceTotalResponse(string CourseId, string CreditType, Credits Learners, Credits Courses, Credits Difference)
{
    public static TrialBalanceTotalResponse From(TrialBalanceTotal total) => new(
        total.CourseId,
        total.CreditType,
        new(total.LearnersHundredths),
        new(total.CoursesHundredths),
        new(total.DifferenceHundredths));
}
