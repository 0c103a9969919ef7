using System.Security.Claims;
using CmeOrleans.WebApi.Auth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CmeOrleans.WebApi.Accounts.Sessions;

/// <summary>
/// Begins and checks sessions of providers and operators, who sign in with an API key. The cookie names the key and does not
/// hold it; whether it still holds is asked on each request.
/// </summary>
internal static class StaffSession
{
    /// <summary>How long a session lasts, however much it is used: a working day.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromHours(8);

    private const string MarkClaim = "cme_key";

    /// <summary>A valid key was shown: sets the cookie, in the place of any other session.</summary>
    public static Task BeginAsync(HttpContext context, string mark, DateTimeOffset now) => context.SignInAsync(
        AuthSchemes.Session,
        new(new ClaimsIdentity([new(MarkClaim, mark)], AuthSchemes.Session)),
        new() { IssuedUtc = now, ExpiresUtc = now + Duration, AllowRefresh = false });

    /// <summary>The mark of the key, if the cookie is of such a session.</summary>
    public static string? MarkOf(ClaimsPrincipal? principal) => principal?.FindFirstValue(MarkClaim);

    /// <summary>Ends the session unless the key still holds; else the request may do what one with the key may.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context, string mark)
    {
        var keys = context.HttpContext.RequestServices.GetRequiredService<ApiKeyDirectory>();
        if (await keys.FindByMarkAsync(mark) is { } caller)
        {
            context.ReplacePrincipal(new(new CallerIdentity(caller, AuthSchemes.Session)));
        }
        else
        {
            context.RejectPrincipal();
        }
    }
}
