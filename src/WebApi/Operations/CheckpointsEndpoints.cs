using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Operations;

/// <summary>Signed checkpoints: what to keep elsewhere, to be able to prove later that nothing was cut off.</summary>
internal static class CheckpointsEndpoints
{
    private const string Shown = """
        {
          "number": 1,
          "at": "2026-03-09T09:16:00Z",
          "statement": "{\"number\":1,\"at\":\"2026-03-09T09:16:00Z\"}",
          "signature": "MEUCIQDExample",
          "keyId": "9f86d081884c7d65",
          "publicKey": "-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----"
        }
        """;

    public static void MapCheckpoints(this IEndpointRouteBuilder api)
    {
        var checkpoints = api.MapGroup("/checkpoints").WithTags("Operations").Requires(Access.Operate);

        checkpoints.MapGet("", ListAsync)
            .Describe("ListCheckpoints", "Lists the signed checkpoints, oldest first.", "statement is the exact text that was signed: ECDSA P-256 over its SHA-256, IEEE P1363 form, base64.")
            .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer($$"""{ "items": [{{Shown}}] }""");

        checkpoints.MapGet("/latest", GetLatestAsync)
            .Describe("GetLatestCheckpoint", "Shows the newest signed checkpoint.", "404 while there is none, that is, before the first minute in which something was written.")
            .ShowsAnswer(Shown);
    }

    private static async Task<Ok<CheckpointsResponse>> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var request = PageRequest.Read(context);
        var page = await GrainOf(grains).ListAsync(request.AfterNumber(), request.Limit);
        var next = page.HasMore ? $"{page.Items[^1].Number}" : null;
        return TypedResults.Ok(new CheckpointsResponse([.. page.Items.Select(CheckpointResponse.From)], request.Finish(next)));
    }

    private static async Task<Results<Ok<CheckpointResponse>, ProblemAnswer>> GetLatestAsync(IGrainFactory grains) =>
        await GrainOf(grains).GetLatestAsync() is { } checkpoint
            ? TypedResults.Ok(CheckpointResponse.From(checkpoint))
            : (ProblemAnswer)Problem.NotFound;

    private static ICheckpointGrain GrainOf(IGrainFactory grains) => grains.GetGrain<ICheckpointGrain>(ICheckpointGrain.Key);
}

/// <summary>A page of checkpoints.</summary>
internal sealed record CheckpointsResponse(IReadOnlyList<CheckpointResponse> Items, string? NextCursor);

/// <summary>A signed checkpoint; statement is the exact text that was signed.</summary>
internal sealed record CheckpointResponse(long Number, DateTimeOffset At, string Statement, string Signature, string KeyId, string PublicKey)
{
    public static CheckpointResponse From(CheckpointView checkpoint) => new(
        checkpoint.Number, checkpoint.At, checkpoint.Statement, checkpoint.Signature, checkpoint.KeyId, checkpoint.PublicKey);
}
