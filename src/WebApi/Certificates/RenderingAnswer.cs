using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi.Certificates;

/// <summary>The document is being made; ask again soon.</summary>
internal sealed class RenderingAnswer : IResult, IEndpointMetadataProvider
{
    private const string RetryAfterSeconds = "1";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
        httpContext.Response.Headers[HeaderNames.RetryAfter] = RetryAfterSeconds;
        return Task.CompletedTask;
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status202Accepted, typeof(void)));
}
