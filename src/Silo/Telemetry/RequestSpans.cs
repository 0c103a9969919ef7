using OpenTelemetry.Instrumentation.AspNetCore;

namespace CmeOrleans.Silo.Telemetry;

/// <summary>Keeps ids of people out of the spans of requests.</summary>
internal static class RequestSpans
{
    /// <summary>The path holds them, and the route says what was asked.</summary>
    public static void Configure(AspNetCoreTraceInstrumentationOptions options) =>
        options.EnrichWithHttpResponse = static (span, _) => span.SetTag("url.path", null);
}
