using System.Collections.Frozen;
using Microsoft.AspNetCore.Authorization;

namespace CmeOrleans.WebApi.Auth;

/// <summary>One authorization policy per <see cref="Access"/>.</summary>
internal static class AccessPolicies
{
    private static readonly FrozenDictionary<Access, AuthorizationPolicy> Policies = Enum.GetValues<Access>()
        .Where(access => access is not Access.None)
        .ToFrozenDictionary(access => access, Create);

    /// <summary>Only callers who have <paramref name="access"/> reach the endpoint.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, Access access)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(Policies[access]);

    // Names no scheme: who calls has been found out before, by the default one.
    private static AuthorizationPolicy Create(Access access) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .AddRequirements(new AccessRequirement(access))
        .Build();
}
