using CmeOrleans.Silo.Health;
using CmeOrleans.WebApi.Health;
using CmeOrleans.WebApi.Problems;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Hosting;

/// <summary>
/// Stands before everything: answers 503 at once while the node cannot serve, and when more requests are under way than
/// it can finish in time. Questions about its health always pass.
/// </summary>
internal sealed class NodeGate(RequestDelegate next, NodeState state, IOptions<ServerOptions> options)
{
    private const int RetryAfterClosedSeconds = 5;
    private const int RetryAfterOverloadSeconds = 1;

    private readonly int _requestsInFlightMax = options.Value.RequestsInFlightMax;
    private int _requestsInFlight;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(HealthEndpoints.Path, StringComparison.Ordinal))
        {
            return next(context);
        }

        return state.IsServing
            ? CountAsync(context)
            : RefuseAsync(context, ProblemTypes.Unavailable, RetryAfterClosedSeconds);
    }

    private async Task CountAsync(HttpContext context)
    {
        try
        {
            if (Interlocked.Increment(ref _requestsInFlight) <= _requestsInFlightMax)
            {
                await next(context);
            }
            else
            {
                await RefuseAsync(context, ProblemTypes.Overloaded, RetryAfterOverloadSeconds);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _requestsInFlight);
        }
    }

    private static Task RefuseAsync(HttpContext context, ProblemType type, int retryAfterSeconds) =>
        ProblemWriter.WriteAsync(context, new(type, type.Explanation) { RetryAfterSeconds = retryAfterSeconds });
}
