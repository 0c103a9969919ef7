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
    private const int TraceIdLength = 32;

    public static Task WriteAsync(HttpContext context, Problem problem) =>
        FaultPages.AreFor(context) ? FaultPages.WriteAsync(context, problem) : WriteDocumentAsync(context, problem);

    /// <summary>What logs and answers call this request, 32 hex digits: the id of our trace, else of the caller's, else one of its own.</summary>
    public static string TraceIdOf(HttpContext context)
    {
        if (Activity.Current is { } activity)
        {
            return activity.TraceId.ToHexString();
        }

        if (context.TraceIdentifier.Length != TraceIdLength)
        {
            context.TraceIdentifier = CallersTraceIdOf(context.Request) ?? ActivityTraceId.CreateRandom().ToHexString();
        }

        return context.TraceIdentifier;
    }

    // Where no traces are taken, the host does not look at what the caller sends.
    private static string? CallersTraceIdOf(HttpRequest request) =>
        ActivityContext.TryParse(request.Headers.TraceParent, null, out var caller) ? caller.TraceId.ToHexString() : null;

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
