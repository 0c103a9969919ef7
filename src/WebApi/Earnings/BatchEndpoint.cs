using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>Many earnings in one request.</summary>
internal static class BatchEndpoint
{
    public const int ItemsMax = 1_000;
    public const string CountCode = "count";
    public const string CountDetail = "A batch has 1 to 1,000 items.";

    public static void MapEarningsBatch(this IEndpointRouteBuilder api) => api.MapPost("/earnings/batch", PostAsync)
        .WithTags("Earnings")
        .Requires(Access.RecordEarnings)
        .Describe(
            "CreateEarnings",
            "Records up to 1,000 earnings, each on its own.",
            "Answers 200 with one outcome per item, in the order sent; one item's problem does not touch another. Items of one learner are recorded in the order sent. A key works here and in a request of its own alike, so a batch can be sent again as it is.")
        .TakesBody<BatchRequest>("""
            { "items": [{ "key": "b7f1c0de-0001", "learnerId": "dr-lee", "courseId": "peds-2026", "topicId": "asthma", "completedAt": "2026-03-02T16:30:00Z", "score": 85 }] }
            """)
        .ShowsAnswer("""
            {
              "items": [
                { "key": "b7f1c0de-0001", "status": 201, "earningId": "ern_0199a1b2-0000-7000-8000-000000000001" },
                {
                  "key": "b7f1c0de-0002",
                  "status": 422,
                  "problem": { "type": "/problems/already-earned", "title": "The topic was earned before.", "status": 422, "detail": "This topic was earned before and cannot be earned again yet.", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736" }
                }
              ]
            }
            """);

    private static async Task<Results<Ok<BatchResponse>, ProblemAnswer>> PostAsync(HttpContext context, BatchRecorder recorder)
    {
        var entries = (await JsonBody.ReadAsync<BatchRequest>(context, JsonBody.BatchBytesMax)).Items;
        if (entries is not { Count: > 0 })
        {
            return (ProblemAnswer)Problem.InvalidRequest("/items", CountCode, CountDetail);
        }

        var items = await recorder.RecordAsync(entries, Caller.Of(context), ProblemWriter.TraceIdOf(context));
        return TypedResults.Ok(new BatchResponse(items));
    }
}
