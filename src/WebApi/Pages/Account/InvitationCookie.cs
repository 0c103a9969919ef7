using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Keeps an invitation while its owner signs in or makes an account, so that it need not stay in addresses.</summary>
internal static class InvitationCookie
{
    private static readonly SecureCookie Cookie = new("cme-invitation");

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static string? Read(HttpRequest request) => request.Cookies[Cookie.Name!];

    public static void Set(HttpContext context, string text, DateTimeOffset now) =>
        context.Response.Cookies.Append(Cookie.Name!, text, OptionsOf(context, now + Lifetime));

    public static void Forget(HttpContext context, DateTimeOffset now) =>
        context.Response.Cookies.Delete(Cookie.Name!, OptionsOf(context, now));

    /// <summary>Where to go after signing in: to the invitation if there is one, else to what was asked for.</summary>
    public static string NextOf(HttpContext context) =>
        Read(context.Request) is null ? AccountAddresses.ReturnOf(context.Request) : AccountAddresses.Invitation;

    private static CookieOptions OptionsOf(HttpContext context, DateTimeOffset expiresAt)
    {
        var options = Cookie.Build(context, expiresAt);
        options.Expires = expiresAt;
        return options;
    }
}
