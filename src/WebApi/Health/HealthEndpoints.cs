using CmeOrleans.Silo.Health;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Health;

/// <summary>Whether the process lives and whether the node can serve: anonymous and terse. The management port says more.</summary>
internal static class HealthEndpoints
{
    public const string Path = "/health";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).AllowAnonymous().WithTags("Operations");
        group.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live")))
            .WithName("GetLiveness")
            .WithSummary("Answers while the process runs.");
        group.MapGet("/ready", GetReadinessAsync)
            .WithName("GetReadiness")
            .WithSummary("Says whether the node can serve: database, migrations, clock and backlog.")
            .MayAnswer(ProblemTypes.Unavailable);

        // Balancers like to ask for the head alone.
        group.MapMethods("/live", [HttpMethods.Head], () => TypedResults.Ok()).ExcludeFromDescription();
        group.MapMethods("/ready", [HttpMethods.Head], GetReadinessAsync).ExcludeFromDescription();
    }

    private static async Task<Results<Ok<HealthAnswer>, ProblemAnswer>> GetReadinessAsync(NodeHealth health, CancellationToken cancellationToken) =>
        (await health.CheckAsync(cancellationToken)).IsReady
            ? TypedResults.Ok(new HealthAnswer("ready"))
            : (ProblemAnswer)FaultProblems.OfStatus(StatusCodes.Status503ServiceUnavailable);
}

/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
public sealed record HealthAnswer(string Status);
