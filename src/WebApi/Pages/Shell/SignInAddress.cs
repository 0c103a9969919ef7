namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Where visitors sign in, and how they come back to what they wanted.</summary>
internal static class SignInAddress
{
    public const string Path = "/sign-in";

    /// <summary>The query parameter with the local address to go to afterwards.</summary>
    public const string ReturnParameter = "returnUrl";

    /// <summary>The query parameter that says that a form came after the session had ended, and was not taken.</summary>
    public const string EndedParameter = "ended";

    /// <summary>The address to sign in at and return to the page of this request; a form cannot be returned to, its page can.</summary>
    public static string ReturningTo(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.ToUriComponent();
        var address = HttpMethods.IsGet(request.Method) ? path + request.QueryString.ToUriComponent()
            : HasPage(context) ? path
            : "/" + path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return $"{Path}?{ReturnParameter}={Uri.EscapeDataString(address)}";
    }

    /// <summary>Where to go on with a form that was sent after the session had ended: the page to sign in at, or for everybody the form's own.</summary>
    public static string AfterSession(HttpContext context, bool needsSession) =>
        needsSession ? $"{ReturningTo(context)}&{EndedParameter}=yes" : $"{context.Request.Path.ToUriComponent()}?{EndedParameter}=yes";

    // Most forms are sent to the address of their own page.
    private static bool HasPage(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern }
        && context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Any(endpoint =>
            endpoint.RoutePattern.RawText == pattern
            && endpoint.Metadata.GetMetadata<PageMetadata>() is not null
            && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) is true);
}
