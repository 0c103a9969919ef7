namespace CmeOrleans.WebApi.Accounts.Sessions;

/// <summary>A cookie that browsers send to this host alone, over TLS alone, and show to no script.</summary>
/// <remarks>
/// The name begins with <c>__Host-</c>, which binds it to the host. Browsers hold http://localhost for as safe as TLS, so
/// that a trial works without a certificate. Some parts of ASP.NET Core refuse to make a secure cookie for a request that
/// came over plain HTTP, such as one that a proxy has decrypted; this makes it always.
/// </remarks>
internal sealed class SecureCookie : CookieBuilder
{
    private const string Prefix = "__Host-";

    public SecureCookie(string name)
    {
        Name = Prefix + name;
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        IsEssential = true;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
