using System.Globalization;
using System.Security.Cryptography;
using CmeOrleans.WebApi.Accounts.Sessions;
using Microsoft.AspNetCore.DataProtection;

namespace CmeOrleans.WebApi.Accounts.Passkeys;

/// <summary>Keeps what a browser's device is asked to sign, in that browser, for five minutes.</summary>
/// <remarks>
/// What making a passkey and signing in with one are asked is kept and sealed apart: the one is not taken for the other.
/// A browser gives the cookie back once, but who has recorded a request does as he likes: that an answer to sign in counts
/// once is seen to by the account (<see cref="PasskeySignIn"/>).
/// </remarks>
internal sealed class PasskeyCookie(IDataProtectionProvider protection, TimeProvider time)
{
    public const string ToMake = "make";
    public const string ToSignIn = "sign-in";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public void Set(HttpContext context, string purpose, string state)
    {
        var expiresAt = time.GetUtcNow() + Lifetime;
        var text = $"{expiresAt.ToUnixTimeSeconds()} {state}";
        var cookie = CookieOf(purpose);
        context.Response.Cookies.Append(cookie.Name!, ProtectorOf(purpose).Protect(text), OptionsOf(cookie, context, expiresAt));
    }

    /// <summary>What this browser's device was asked; none if it was asked nothing for this purpose or the time is over.</summary>
    public PasskeyQuestion? Take(HttpContext context, string purpose)
    {
        var cookie = CookieOf(purpose);
        var sealedText = context.Request.Cookies[cookie.Name!];
        context.Response.Cookies.Delete(cookie.Name!, OptionsOf(cookie, context, time.GetUtcNow()));
        if (string.IsNullOrEmpty(sealedText))
        {
            return null;
        }

        try
        {
            var text = ProtectorOf(purpose).Unprotect(sealedText).Split(' ', 2);
            var expiresAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(text[0], CultureInfo.InvariantCulture));
            return time.GetUtcNow() < expiresAt ? new(text[1], expiresAt) : null;
        }
        catch (CryptographicException)
        {
            // Not ours, for something else, or changed on the way.
            return null;
        }
    }

    private IDataProtector ProtectorOf(string purpose) => protection.CreateProtector("passkey", purpose);

    private static SecureCookie CookieOf(string purpose) => new($"cme-passkey-{purpose}") { SameSite = SameSiteMode.Strict };

    private static CookieOptions OptionsOf(SecureCookie cookie, HttpContext context, DateTimeOffset expiresAt)
    {
        var options = cookie.Build(context, expiresAt);
        options.Expires = expiresAt;
        return options;
    }
}
