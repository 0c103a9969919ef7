using Microsoft.AspNetCore.Authorization;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Asks <see cref="AccessRules"/> about a request.</summary>
internal sealed class AccessHandler(AccessRules rules) : AuthorizationHandler<AccessRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is HttpContext http
            && Caller.From(context.User) is { } caller
            && await rules.MayAsync(caller, requirement.Access, name => http.Request.RouteValues[name] as string))
        {
            context.Succeed(requirement);
        }
    }
}
