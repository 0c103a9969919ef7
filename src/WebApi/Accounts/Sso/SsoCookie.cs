using System.Security.Cryptography;
using System.Text.Json;
using CmeOrleans.WebApi.Accounts.Sessions;
using Microsoft.AspNetCore.DataProtection;

namespace CmeOrleans.WebApi.Accounts.Sso;

/// <summary>Keeps a sign-in at an institution in the browser that began it, for ten minutes and one answer.</summary>
internal sealed class SsoCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly SecureCookie Cookie = new("cme-sso");

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("sso-flow");

    public void Set(HttpContext context, SsoFlow flow)
    {
        var expiresAt = time.GetUtcNow() + Lifetime;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(flow, SsoJson.Default.SsoFlow);
        var dated = BitConverter.GetBytes(expiresAt.ToUnixTimeSeconds()).Concat(bytes).ToArray();
        context.Response.Cookies.Append(Cookie.Name!, Convert.ToBase64String(_protector.Protect(dated)), OptionsOf(context, expiresAt));
    }

    /// <summary>The sign-in that this browser began, which it can do once; none if it began none or the time is over.</summary>
    public SsoFlow? Take(HttpContext context)
    {
        var text = context.Request.Cookies[Cookie.Name!];
        context.Response.Cookies.Delete(Cookie.Name!, OptionsOf(context, time.GetUtcNow()));
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            var dated = _protector.Unprotect(Convert.FromBase64String(text));
            return time.GetUtcNow().ToUnixTimeSeconds() < BitConverter.ToInt64(dated)
                ? JsonSerializer.Deserialize(dated.AsSpan(sizeof(long)), SsoJson.Default.SsoFlow)
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // Not ours, or changed on the way.
            return null;
        }
    }

    private static CookieOptions OptionsOf(HttpContext context, DateTimeOffset expiresAt)
    {
        var options = Cookie.Build(context, expiresAt);
        options.Expires = expiresAt;
        return options;
    }
}
