using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi;

/// <summary>Checks what all operations have in common, after the caller is known to be allowed: ids in the address and query parameters.</summary>
internal sealed class RequestRules(RequestDelegate next)
{
    private static readonly string[] ClientChosen = [RouteNames.Learner, RouteNames.Course, RouteNames.Provider, RouteNames.Institution];

    private static readonly string[] ServerMade = [RouteNames.Earning, RouteNames.Claim, RouteNames.Certificate, RouteNames.ApiKey];

    public Task InvokeAsync(HttpContext context)
    {
        // Pages and documents have rules of their own; those of the API carry this metadata.
        if (context.GetEndpoint()?.Metadata.GetMetadata<AllowedQuery>() is { } allowed)
        {
            CheckIds(context);
            if (context.Request.QueryString.HasValue)
            {
                allowed.Check(context.Request.Query);
            }
        }

        return next(context);
    }

    private static void CheckIds(HttpContext context)
    {
        foreach (var (name, value) in context.Request.RouteValues)
        {
            var isBad = Array.IndexOf(ClientChosen, name) >= 0 ? !Ids.IsValid(value as string)
                : Array.IndexOf(ServerMade, name) >= 0 && !Ids.MayBeServerMade(value as string);
            if (isBad)
            {
                throw new ProblemException(HttpMethods.IsPut(context.Request.Method)
                    ? Problem.InvalidRequest("#" + name, "not-an-id", $"An id matches {Ids.Pattern}.")
                    : Problem.NotFound);
            }
        }
    }
}
