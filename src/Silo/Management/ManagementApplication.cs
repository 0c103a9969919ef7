using System.Text;
using System.Text.Json;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Telemetry;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CmeOrleans.Silo.Management;

/// <summary>Answers <c>GET /metrics</c> and <c>GET /health</c>, and nothing else.</summary>
internal sealed class ManagementApplication(MetricsScraper scraper, NodeHealth health) : IHttpApplication<HttpContext>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => context.Request switch
    {
        { Method: not ("GET" or "HEAD") } => RefuseAsync(context, StatusCodes.Status405MethodNotAllowed),
        { Path.Value: "/metrics" } => WriteAsync(context, StatusCodes.Status200OK, PrometheusText.ContentType, scraper.Scrape()),
        { Path.Value: "/health" } => WriteHealthAsync(context),
        _ => RefuseAsync(context, StatusCodes.Status404NotFound),
    };

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The context holds nothing of its own: the server owns the features.
    }

    private async Task WriteHealthAsync(HttpContext context)
    {
        var report = await health.CheckAsync(context.RequestAborted);
        var answer = new
        {
            status = report.IsReady ? "ready" : "unavailable",
            checks = report.Findings.Select(finding => new { name = finding.Name, healthy = finding.IsHealthy, problem = finding.Problem }),
        };
        await WriteAsync(
            context,
            report.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            "application/json",
            JsonSerializer.Serialize(answer, Json));
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpContext context, int status, string contentType, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        if (context.Request.Method == "GET")
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
