using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.Pages.Shell;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi.Problems;

/// <summary>Writes problem documents, and pages to those who read pages.</summary>
internal static class ProblemWriter
{
    public static Task WriteAsync(HttpContext context, Problem problem) =>
        FaultPages.AreFor(context) ? FaultPages.WriteAsync(context, problem) : WriteDocumentAsync(context, problem);

    /// <summary>What logs and answers call this request: the trace id where there is a trace, else the connection's number and the request's.</summary>
    public static string TraceIdOf(HttpContext context) =>
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    private static async Task WriteDocumentAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.ContentType = ProblemDocument.ContentType;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds)
        {
            response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        var document = ProblemDocument.From(problem, TraceIdOf(context));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.InfoOf<ProblemDocument>());
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
