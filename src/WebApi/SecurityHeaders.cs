namespace CmeOrleans.WebApi;

/// <summary>Headers that every answer carries. Pages may widen the content policy, and only as far as their own files.</summary>
internal static class SecurityHeaders
{
    private const string NothingAllowed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>For server-rendered pages: style and images of our own, forms to ourselves, no script.</summary>
    public const string PagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>For the web app: the same, and one module of ours that pages do without where scripts are off.</summary>
    public const string SitePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary><see cref="SitePolicy"/> for a page of which the form leads on to one other site.</summary>
    /// <param name="origin">Scheme and host of that site.</param>
    public static string SitePolicyWithFormsTo(string origin) =>
        SitePolicy.Replace("form-action 'self'", $"form-action 'self' {origin}", StringComparison.Ordinal);

    public static void Apply(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = NothingAllowed;
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
