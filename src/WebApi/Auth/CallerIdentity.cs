using System.Security.Claims;

namespace CmeOrleans.WebApi.Auth;

/// <summary>The identity of a <see cref="Auth.Caller"/>: made once per credential and shared by all requests that show it.</summary>
internal sealed class CallerIdentity : ClaimsIdentity
{
    public CallerIdentity(Caller caller, string scheme)
        : base(ClaimsOf(caller), scheme, ClaimTypes.Name, CallerClaims.Role) => Caller = caller;

    public Caller Caller { get; }

    private static IEnumerable<Claim> ClaimsOf(Caller caller)
    {
        yield return new(ClaimTypes.Name, caller.Name);
        yield return new(CallerClaims.Role, caller.Role.ToApiName());
        if (caller.Subject is { } subject)
        {
            yield return new(CallerClaims.Subject, subject);
        }
    }
}
