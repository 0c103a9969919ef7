using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>Earning credit by completing topics, and taking an earning back.</summary>
internal static class EarningsEndpoints
{
    private const string Tag = "Earnings";

    public static void MapEarnings(this IEndpointRouteBuilder api)
    {
        api.MapPost("/learners/{learnerId}/earnings", PostAsync)
            .WithTags(Tag)
            .Requires(Access.RecordEarnings)
            .Describe("CreateEarning", "Records that a learner completed a topic of a course.", "Each credit type that the topic is worth becomes a credit of its own. A provider can record only for its own courses.")
            .TakesIdempotencyKey()
            .TakesBody<EarningRequest>("""{ "courseId": "peds-2026", "topicId": "asthma", "completedAt": "2026-03-02T16:30:00Z", "score": 85 }""")
            .MayAnswer(EarningProblems.Refusals)
            .ShowsAnswer("""
                {
                  "earningId": "ern_0199a1b2-0000-7000-8000-000000000001",
                  "courseId": "peds-2026",
                  "topicId": "asthma",
                  "completedAt": "2026-03-02T16:30:00Z",
                  "version": 1,
                  "credits": [{ "creditId": "crd_0199a1b2-0000-7000-8000-000000000002", "creditType": "AMA_PRA_1", "amount": 1.5, "claimBy": "2029-03-02" }]
                }
                """);

        api.MapPost("/learners/{learnerId}/earnings/{earningId}/reversal", ReverseAsync)
            .WithTags(Tag)
            .Requires(Access.RecordEarnings)
            .Describe("ReverseEarning", "Takes an earning back.", "What is available is reversed. What was claimed stays claimed; the claims that hold it are flagged and their certificates superseded or revoked.")
            .TakesIdempotencyKey()
            .TakesBody<ReasonRequest>("""{ "reason": "Recorded for the wrong learner." }""")
            .MayAnswer(RefusalTypes.EarningAlreadyReversed, RefusalTypes.RuleBroken)
            .ShowsAnswer("""
                {
                  "earningId": "ern_0199a1b2-0000-7000-8000-000000000001",
                  "version": 3,
                  "reversed": [{ "creditId": "crd_0199a1b2-0000-7000-8000-000000000002", "creditType": "AMA_PRA_1", "amount": 1 }],
                  "flaggedClaimIds": ["clm_0199a1b2-0000-7000-8000-000000000003"]
                }
                """);
    }

    private static async Task<Results<CreatedAnswer<EarningResponse>, ProblemAnswer>> PostAsync(
        string learnerId, HttpContext context, IGrainFactory grains, CommandsInFlight running)
    {
        var key = IdempotencyKey.Require(context.Request);
        var errors = new RequestErrors();
        var command = (await JsonBody.ReadAsync<EarningRequest>(context)).ToCommand(key, Caller.Of(context), errors);
        errors.ThrowIfAny();

        using var entered = running.Enter(learnerId, command.Tenant, key);
        var answer = await grains.GetGrain<ILearnerGrain>(learnerId).EarnAsync(command);
        return CommandAnswers.IsStored(context, answer)
            ? CreatedAnswer.Of(null, EarningResponse.From(answer.Value!))
            : (ProblemAnswer)CommandAnswers.ProblemOf(answer);
    }

    private static async Task<Results<CreatedAnswer<ReversalResponse>, ProblemAnswer>> ReverseAsync(
        string learnerId, string earningId, HttpContext context, IGrainFactory grains, CommandsInFlight running)
    {
        var key = IdempotencyKey.Require(context.Request);
        var reason = (await JsonBody.ReadAsync<ReasonRequest>(context)).Require();
        var caller = Caller.Of(context);

        using var entered = running.Enter(learnerId, caller.Tenant, key);
        var answer = await grains.GetGrain<ILearnerGrain>(learnerId).ReverseEarningAsync(new()
        {
            Key = key,
            Tenant = caller.Tenant,
            EarningId = earningId,
            Reason = reason,
            OnlyProviderId = caller.OnlyProviderId,
        });
        return CommandAnswers.IsStored(context, answer)
            ? CreatedAnswer.Of(null, ReversalResponse.From(answer.Value!))
            : (ProblemAnswer)CommandAnswers.ProblemOf(answer);
    }
}

/// <summary>What a reversal took back, and which claims hold credit of the earning all the same.</summary>
internal sealed record ReversalResponse(
    string EarningId, long Version, IReadOnlyList<CreditMovementResponse> Reversed, IReadOnlyList<string> FlaggedClaimIds)
{
    public static ReversalResponse From(ReversalReceipt receipt) => new(
        receipt.EarningId, receipt.Version, [.. receipt.Reversed.Select(CreditMovementResponse.From)], receipt.FlaggedClaimIds);
}
