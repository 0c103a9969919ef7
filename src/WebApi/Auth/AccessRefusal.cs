using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Answers who may not: with the very answer for what does not exist, so that nobody learns that it does.</summary>
internal sealed class AccessRefusal : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _challenges = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden
            ? ProblemWriter.WriteAsync(context, Problem.NotFound)
            : _challenges.HandleAsync(next, context, policy, authorizeResult);
}
