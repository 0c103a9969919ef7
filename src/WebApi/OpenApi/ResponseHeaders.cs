using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Paging;
using Microsoft.OpenApi;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Adds to an operation the headers that its answers carry.</summary>
internal static class ResponseHeaders
{
    private static readonly string[] RetryStatuses = ["202", "409", "429", "503"];

    public static void Add(OpenApiOperation operation, IList<object> metadata, string? method)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse writable)
            {
                continue;
            }

            if (RetryStatuses.Contains(status))
            {
                Add(writable, "Retry-After", "After how many seconds it is worth trying again.");
            }

            if (status is "200" or "201")
            {
                AddToSuccess(writable, status, metadata, method);
            }
        }
    }

    private static void AddToSuccess(OpenApiResponse response, string status, IList<object> metadata, string? method)
    {
        if (metadata.OfType<HeaderParameter>().Any(header => header.Name is "If-Match" or "If-None-Match"))
        {
            Add(response, "ETag", "The version of what is answered; strong.");
        }

        if (metadata.OfType<HeaderParameter>().Any(header => header.Name == IdempotencyKey.HeaderName))
        {
            Add(response, IdempotencyKey.ReplayedHeaderName, "true when this is the answer of an earlier attempt.");
        }

        if (metadata.OfType<AllowedQuery>().LastOrDefault()?.Parameters.Contains(QueryParameter.Cursor) is true)
        {
            Add(response, "Link", "The next page, rel=\"next\"; absent on the last one.");
        }

        if (status == "201" && (method == HttpMethods.Put || metadata.OfType<LocatedAnswer>().Any()))
        {
            Add(response, "Location", "The address of what was made.");
        }
    }

    private static void Add(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }
}
