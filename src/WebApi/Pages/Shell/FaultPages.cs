using System.Globalization;
using CmeOrleans.WebApi.Problems;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Problems for people: browsers get a page where programs get a problem document.</summary>
internal static class FaultPages
{
    private static readonly PathString[] ForPrograms = ["/v1", "/openapi", "/health"];

    /// <summary>Whether this request comes from somebody who reads pages.</summary>
    public static bool AreFor(HttpContext context) =>
        PageMetadata.IsOf(context) || (WantsHtml(context.Request) && !ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)));

    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = SecurityHeaders.SitePolicy;
        headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds)
        {
            headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return PageAnswer.Show<FaultPage, FaultModel>(ModelOf(context, problem), problem.Status).ExecuteAsync(context);
    }

    private static FaultModel ModelOf(HttpContext context, Problem problem) => problem.Status switch
    {
        StatusCodes.Status404NotFound => new("Page not found", "There is no such page, or it is not yours to see.", ""),
        StatusCodes.Status429TooManyRequests => new("Too many requests", "Wait a moment, then load the page again.", ""),
        StatusCodes.Status503ServiceUnavailable => new("Not available right now", "Nothing is lost. Load the page again in a moment.", ""),
        >= StatusCodes.Status500InternalServerError => new("Something went wrong", "This is our fault, and it is in our logs. Load the page again; what was confirmed before is stored.", ProblemWriter.TraceIdOf(context)),
        _ => new(problem.Type.Title.TrimEnd('.'), problem.Detail, ""),
    };

    // Programs that take anything do not ask for HTML by name.
    private static bool WantsHtml(HttpRequest request) =>
        request.Headers.Accept.Any(value => value?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
}
