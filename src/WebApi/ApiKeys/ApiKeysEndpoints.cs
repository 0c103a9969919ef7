using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>The keys of callers.</summary>
internal static class ApiKeysEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/api-keys").WithTags("API keys").Requires(Access.Operate);

        keys.MapPost("", PostAsync)
            .Describe("CreateApiKey", "Makes an API key.", "The key is shown in this answer and never again. An operator's key is bound to nobody; the others to a provider, institution or learner, who need not exist yet.")
            .TakesBody<ApiKeyRequest>(ApiKeyExamples.Request)
            .SaysLocation()
            .ShowsAnswer(ApiKeyExamples.Created);

        keys.MapGet("", ListAsync)
            .Describe("ListApiKeys", "Lists API keys in order of their ids, revoked ones included.", "Without their secrets, which nobody has.")
            .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer(ApiKeyExamples.List);

        keys.MapGet("/{keyId}", GetAsync)
            .Describe("GetApiKey", "Shows an API key.", "Without its secret, which nobody has.")
            .ShowsAnswer(ApiKeyExamples.Key);

        keys.MapDelete("/{keyId}", DeleteAsync)
            .Describe("DeleteApiKey", "Revokes an API key.", "Holds at once on the node that answers and within 30 seconds on all others. A key that has ended is answered like one that never was.");
    }

    private static async Task<CreatedAnswer<CreatedApiKeyResponse>> PostAsync(
        HttpContext context, IGrainFactory grains, AuditTrail trail, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var grant = (await JsonBody.ReadAsync<ApiKeyRequest>(context)).ToGrant(now);
        var (key, text) = await ApiKeyIssue.IssueAsync(context, grains, trail, grant, now);
        return CreatedAnswer.Of($"/v1/api-keys/{key.KeyId}", CreatedApiKeyResponse.From(key, text));
    }

    private static async Task<Ok<ApiKeysResponse>> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var page = PageRequest.Read(context);
        var (keys, next) = await ApiKeyListing.ReadPageAsync(grains, page.After, page.Limit);
        return TypedResults.Ok(new ApiKeysResponse([.. keys.Select(ApiKeyResponse.From)], page.Finish(next)));
    }

    private static async Task<Results<Ok<ApiKeyResponse>, ProblemAnswer>> GetAsync(string keyId, IGrainFactory grains) =>
        await grains.GetGrain<IApiKeyGrain>(keyId).GetAsync() is { } key
            ? TypedResults.Ok(ApiKeyResponse.From(key))
            : (ProblemAnswer)Problem.NotFound;

    private static async Task<Results<NoContent, ProblemAnswer>> DeleteAsync(
        string keyId, HttpContext context, IGrainFactory grains, ApiKeyDirectory directory, AuditTrail trail) =>
        await ApiKeyRevocation.RevokeAsync(context, grains, directory, trail, keyId)
            ? TypedResults.NoContent()
            : (ProblemAnswer)Problem.NotFound;
}
