using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>Who the caller is.</summary>
internal static class MeEndpoint
{
    public static void MapMe(this IEndpointRouteBuilder api) => api.MapGet("/me", Get)
        .WithTags("API keys")
        .Requires(Access.Anybody)
        .Describe("GetMe", "Says who calls.", "The role of the credentials, whom they are bound to, and what they are called.")
        .ShowsAnswer("""{ "role": "provider", "subject": "lakeside", "name": "Lakeside course system", "keyId": "key_0199a1b2-0000-7000-8000-000000000009" }""");

    private static Ok<MeResponse> Get(HttpContext context)
    {
        var caller = Caller.Of(context);
        return TypedResults.Ok(new MeResponse(caller.Role.ToApiName(), caller.Subject, caller.Name, caller.KeyId));
    }
}

/// <summary>Who calls.</summary>
internal sealed record MeResponse(string Role, string? Subject, string Name, string? KeyId);
