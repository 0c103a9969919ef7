using System.Diagnostics;
using System.Globalization;
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

    private static Task WriteDocumentAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds)
        {
            response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return ApiJson.WriteAsync(context, ProblemDocument.From(problem, TraceIdOf(context)), ProblemDocument.ContentType);
    }
}
