using System.Security.Cryptography;
using CmeOrleans.WebApi.Accounts.Sessions;
using Microsoft.AspNetCore.DataProtection;

namespace CmeOrleans.WebApi.Accounts.Passkeys;

/// <summary>Keeps what a browser's device is asked to sign, in that browser, for five minutes and one answer.</summary>
/// <remarks>What making a passkey and signing in with one are asked is sealed apart: the one is not taken for the other.</remarks>
internal sealed class PasskeyCookie(IDataProtectionProvider protection, TimeProvider time)
{
    public const string ToMake = "make";
    public const string ToSignIn = "sign-in";

    private static readonly SecureCookie Cookie = new("cme-passkey") { SameSite = SameSiteMode.Strict };

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public void Set(HttpContext context, string purpose, string state)
    {
        var expiresAt = time.GetUtcNow() + Lifetime;
        var text = $"{expiresAt.ToUnixTimeSeconds()} {state}";
        context.Response.Cookies.Append(Cookie.Name!, ProtectorOf(purpose).Protect(text), OptionsOf(context, expiresAt));
    }

    /// <summary>What this browser's device was asked; none if it was asked nothing for this purpose or the time is over.</summary>
    public string? Take(HttpContext context, string purpose)
    {
        var sealedText = context.Request.Cookies[Cookie.Name!];
        context.Response.Cookies.Delete(Cookie.Name!, OptionsOf(context, time.GetUtcNow()));
        if (string.IsNullOrEmpty(sealedText))
        {
            return null;
        }

        try
        {
            var text = ProtectorOf(purpose).Unprotect(sealedText).Split(' ', 2);
            return time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(text[0], System.Globalization.CultureInfo.InvariantCulture) ? text[1] : null;
        }
        catch (CryptographicException)
        {
            // Not ours, for something else, or changed on the way.
            return null;
        }
    }

    private IDataProtector ProtectorOf(string purpose) => protection.CreateProtector("passkey", purpose);

    private static CookieOptions OptionsOf(HttpContext context, DateTimeOffset expiresAt)
    {
        var options = Cookie.Build(context, expiresAt);
        options.Expires = expiresAt;
        return options;
    }
}
