using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>What a new key is for.</summary>
internal sealed record ApiKeyRequest(
    [property: Required] string? Role, string? Subject, [property: Required] string? Name, DateTimeOffset? ExpiresAt)
{
    public const int NameLengthMax = 100;

    /// <exception cref="Problems.ProblemException">The role is unknown, its binding is not right for it, or the key would have ended already.</exception>
    public ApiKeyGrant ToGrant(DateTimeOffset now)
    {
        var errors = new RequestErrors();
        var roleName = errors.Required(Role, "/role");
        if (!CallerRoleNames.TryParse(roleName, out var role) && Role is not null)
        {
            errors.Add("/role", "unknown-value", $"A role is one of: {string.Join(", ", CallerRoleNames.All)}.");
        }

        if (role is CallerRole.Operator && Subject is not null)
        {
            errors.Add("/subject", "not-allowed", "An operator's key is bound to nobody.");
        }

        if (ExpiresAt <= now)
        {
            errors.Add("/expiresAt", "in-past", "The key would have ended already.");
        }

        var grant = new ApiKeyGrant
        {
            Role = roleName,
            Subject = role is CallerRole.Operator ? null : errors.RequiredId(Subject, "/subject"),
            Name = errors.RequiredText(Name, "/name", NameLengthMax),
            ExpiresAt = ExpiresAt,
        };
        errors.ThrowIfAny();
        return grant;
    }
}
