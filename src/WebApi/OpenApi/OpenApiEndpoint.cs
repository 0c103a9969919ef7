using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Shows the OpenAPI document to everybody.</summary>
internal static class OpenApiEndpoint
{
    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes) => routes.MapGet("/openapi/v1.json", GetAsync)
        .ExcludeFromDescription()
        .AllowAnonymous();

    private static async Task<IResult> GetAsync(HttpContext context, OpenApiText text)
    {
        var (json, etag) = await text.GetAsync();
        ETags.Set(context, etag);
        context.Response.Headers.CacheControl = "no-cache";
        return ETags.ClientHas(context, etag) ? NotModified.Instance : TypedResults.Bytes(json, ApiJson.ContentType);
    }
}
