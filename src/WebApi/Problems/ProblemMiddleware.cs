namespace CmeOrleans.WebApi.Problems;

/// <summary>Sees to it that every answer from 400 up is a problem document, whoever gave it: an endpoint, routing, authentication or a fault.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer. What was sent to a grain goes on and can be asked for with its key.
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await AnswerFaultAsync(context, exception);
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await ProblemWriter.WriteAsync(context, FaultProblems.OfStatus(context.Response.StatusCode));
        }
    }

    private async Task AnswerFaultAsync(HttpContext context, Exception exception)
    {
        var problem = FaultProblems.Of(exception);
        if (problem.Type == ProblemTypes.Unavailable || problem.Type == ProblemTypes.Overloaded)
        {
            // Where the store is down this comes with every request; the store's own log has the cause.
            LogBusy(context.Request.Method, RouteOf(context), problem.Type.Slug, ProblemWriter.TraceIdOf(context));
        }
        else if (problem.Status >= StatusCodes.Status500InternalServerError)
        {
            LogFault(exception, context.Request.Method, RouteOf(context), problem.Type.Slug, ProblemWriter.TraceIdOf(context));
        }

        context.Response.Clear();
        SecurityHeaders.Apply(context.Response);
        await ProblemWriter.WriteAsync(context, problem);
    }

    // The pattern, not the path: a path holds ids of people.
    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";

    [LoggerMessage(LogLevel.Warning, "{Method} {Route} answers {Problem} (trace {TraceId}).")]
    private partial void LogBusy(string method, string route, string problem, string traceId);

    [LoggerMessage(LogLevel.Error, "{Method} {Route} met a fault and answers {Problem} (trace {TraceId}).")]
    private partial void LogFault(Exception exception, string method, string route, string problem, string traceId);
}
