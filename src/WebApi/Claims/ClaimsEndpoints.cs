using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Claims;

/// <summary>Claiming credit, and making a claim void.</summary>
internal static class ClaimsEndpoints
{
    private const string Tag = "Claims";

    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        api.MapPost("/learners/{learnerId}/claims", PostAsync)
            .WithTags(Tag)
            .Requires(Access.Learner)
            .Describe("CreateClaim", "Claims credits of one type.", "A claim is made whole or not at all. It brings one certificate per course. It lists up to 500 lines, or takes all that is available of the type. With expectedVersion it is made only on that version of the ledger.")
            .TakesIdempotencyKey()
            .TakesBody<ClaimRequest>(ClaimExamples.Request)
            .SaysLocation()
            .MayAnswer(ClaimProblems.Refusals)
            .ShowsAnswer(ClaimExamples.Claim);

        api.MapPost("/learners/{learnerId}/claims/preview", PreviewAsync)
            .WithTags(Tag)
            .Requires(Access.Learner)
            .Describe("PreviewClaim", "Says what a claim would be.", "Takes the body of a claim, refuses what a claim would refuse, and writes nothing.")
            .TakesBody<ClaimRequest>(ClaimExamples.Request)
            .MayAnswer(ClaimProblems.Refusals)
            .ShowsAnswer(ClaimExamples.Preview);

        api.MapPost("/learners/{learnerId}/claims/{claimId}/void", VoidAsync)
            .WithTags(Tag)
            .Requires(Access.BeLearner)
            .Describe("VoidClaim", "Makes a claim void.", "What it claimed becomes available again, unless its claim-by date has passed, and its certificates are revoked. What it owed to a board and was not sent yet is withdrawn.")
            .TakesIdempotencyKey()
            .TakesBody<ReasonRequest>("""{ "reason": "Claimed in the wrong category." }""")
            .MayAnswer(RefusalTypes.ClaimAlreadyVoided, RefusalTypes.RuleBroken)
            .ShowsAnswer(ClaimExamples.Void)
            .Audited(AuditActs.ClaimVoided, RouteNames.Learner, RouteNames.Claim);
    }

    private static async Task<Results<CreatedAnswer<ClaimResponse>, ProblemAnswer>> PostAsync(
        string learnerId, HttpContext context, IGrainFactory grains, CommandsInFlight running)
    {
        var key = IdempotencyKey.Require(context.Request);
        var command = (await JsonBody.ReadAsync<ClaimRequest>(context)).ToCommand(key, Caller.Of(context).Tenant);

        using var entered = running.Enter(learnerId, command.Tenant, key);
        var answer = await grains.GetGrain<ILearnerGrain>(learnerId).ClaimAsync(command);
        if (!CommandAnswers.IsStored(context, answer))
        {
            return (ProblemAnswer)CommandAnswers.ProblemOf(answer);
        }

        var claim = answer.Value!;
        return CreatedAnswer.Of($"/v1/learners/{learnerId}/claims/{claim.ClaimId}", ClaimResponse.From(claim));
    }

    private static async Task<Results<Ok<ClaimPreviewResponse>, ProblemAnswer>> PreviewAsync(
        string learnerId, HttpContext context, IGrainFactory grains)
    {
        var command = (await JsonBody.ReadAsync<ClaimRequest>(context)).ToCommand(key: "", tenant: "");
        var answer = await grains.GetGrain<ILearnerGrain>(learnerId).PreviewClaimAsync(command);
        return answer.Outcome is Outcome.Done
            ? TypedResults.Ok(ClaimPreviewResponse.From(answer.Value!))
            : (ProblemAnswer)CommandAnswers.ProblemOf(answer);
    }

    private static async Task<Results<CreatedAnswer<VoidResponse>, ProblemAnswer>> VoidAsync(
        string learnerId, string claimId, HttpContext context, IGrainFactory grains, CommandsInFlight running)
    {
        var key = IdempotencyKey.Require(context.Request);
        var reason = (await JsonBody.ReadAsync<ReasonRequest>(context)).Require();
        var command = new VoidClaimCommand { Key = key, Tenant = Caller.Of(context).Tenant, ClaimId = claimId, Reason = reason };

        using var entered = running.Enter(learnerId, command.Tenant, key);
        var answer = await grains.GetGrain<ILearnerGrain>(learnerId).VoidClaimAsync(command);
        return CommandAnswers.IsStored(context, answer)
            ? CreatedAnswer.Of(null, VoidResponse.From(answer.Value!))
            : (ProblemAnswer)CommandAnswers.ProblemOf(answer);
    }
}

/// <summary>What a void gave back.</summary>
internal sealed record VoidResponse(string ClaimId, long Version, IReadOnlyList<CreditMovementResponse> Returned)
{
    public static VoidResponse From(VoidReceipt receipt) =>
        new(receipt.ClaimId, receipt.Version, [.. receipt.Returned.Select(CreditMovementResponse.From)]);
}
