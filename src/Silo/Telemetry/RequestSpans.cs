using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenTelemetry.Instrumentation.AspNetCore;

namespace CmeOrleans.Silo.Telemetry;

/// <summary>What the span of a request says of it.</summary>
internal static class RequestSpans
{
    private const string PathTag = "url.path";

    public static void Configure(AspNetCoreTraceInstrumentationOptions options) =>
        options.EnrichWithHttpResponse = static (span, response) => span.SetTag(PathTag, RouteOf(response.HttpContext));

    // The pattern, not the path: a path holds ids of people. Without a pattern it may hold anything.
    private static string? RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
