namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Where visitors sign in, and how they come back to what they wanted.</summary>
internal static class SignInAddress
{
    public const string Path = "/sign-in";

    /// <summary>The query parameter with the local address to go to afterwards.</summary>
    public const string ReturnParameter = "returnUrl";

    /// <summary>The address to sign in at and return to the page of this request; a form cannot be returned to, its page can.</summary>
    public static string ReturningTo(HttpRequest request)
    {
        var path = request.Path.ToUriComponent();
        var address = HttpMethods.IsGet(request.Method)
            ? path + request.QueryString.ToUriComponent()
            : "/" + path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return $"{Path}?{ReturnParameter}={Uri.EscapeDataString(address)}";
    }
}
