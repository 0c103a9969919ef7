using System.Security.Claims;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Who calls.</summary>
/// <param name="Role">What the caller is.</param>
/// <param name="Subject">The provider, institution or learner that the caller is bound to; none for an operator.</param>
/// <param name="Name">What people call these credentials.</param>
/// <param name="KeyId">The API key, if it is one that is stored.</param>
internal sealed record Caller(CallerRole Role, string? Subject, string Name, string? KeyId)
{
    private const string AnonymousMessage = "An endpoint that asks who calls requires authorization.";

    public bool IsOperator => Role is CallerRole.Operator;

    /// <summary>The provider whose courses alone this caller may touch, or none if any.</summary>
    public string? OnlyProviderId => Role is CallerRole.Provider ? Subject : null;

    /// <summary>Whose idempotency keys this caller's are: one space for all operators, one for each provider, institution and learner.</summary>
    public string Tenant => Subject is null ? Role.ToApiName() : $"{Role.ToApiName()}:{Subject}";

    /// <exception cref="InvalidOperationException">Nobody is signed in, which the endpoint's policy should have seen to.</exception>
    public static Caller Of(HttpContext context) => From(context.User) ?? throw new InvalidOperationException(AnonymousMessage);

    /// <summary>Who a principal is, whichever way it signed in; none if it has no role here.</summary>
    public static Caller? From(ClaimsPrincipal principal) =>
        principal.Identity is CallerIdentity identity ? identity.Caller : FromClaims(principal);

    /// <summary>A caller out of the values of claims; none if the role is unknown or its binding missing or malformed.</summary>
    public static Caller? Create(string? roleName, string? subject, string name, string? keyId)
    {
        if (!CallerRoleNames.TryParse(roleName, out var role))
        {
            return null;
        }

        if (role is CallerRole.Operator)
        {
            return new(role, null, name, keyId);
        }

        return Ids.IsValid(subject) ? new(role, subject, name, keyId) : null;
    }

    private static Caller? FromClaims(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
            ? Create(principal.FindFirstValue(CallerClaims.Role), principal.FindFirstValue(CallerClaims.Subject), principal.Identity.Name ?? "", null)
            : null;
}
