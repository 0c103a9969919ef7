using System.Collections.Immutable;
using System.Diagnostics;

namespace CmeOrleans.WebApi.Auth;

/// <summary>The names of <see cref="CallerRole"/> in the API and in keys.</summary>
internal static class CallerRoleNames
{
    public static ImmutableArray<string> All { get; } = ["operator", "provider", "institution", "learner"];

    public static string ToApiName(this CallerRole role) => role switch
    {
        CallerRole.Operator => "operator",
        CallerRole.Provider => "provider",
        CallerRole.Institution => "institution",
        CallerRole.Learner => "learner",
        _ => throw new UnreachableException($"No name for role {role}."),
    };

    public static bool TryParse(string? name, out CallerRole role)
    {
        role = name switch
        {
            "operator" => CallerRole.Operator,
            "provider" => CallerRole.Provider,
            "institution" => CallerRole.Institution,
            "learner" => CallerRole.Learner,
            _ => CallerRole.None,
        };
        return role is not CallerRole.None;
    }
}
