namespace CmeOrleans.WebApi.Auth;

/// <summary>The ways to say who calls.</summary>
internal static class AuthSchemes
{
    /// <summary>Looks at the request and picks one of the others.</summary>
    public const string Bearer = "Bearer";

    public const string ApiKey = "ApiKey";

    public const string Jwt = "Jwt";

    /// <summary>The cookie of a person who is signed in. Pages alone take it: the API must not act on what browsers send unasked.</summary>
    public const string Session = "Session";

    /// <summary>The cookie of a person whose password was right and who has yet to show a code.</summary>
    public const string SecondStep = "SecondStep";
}
