namespace CmeOrleans.WebApi.Auth;

/// <summary>The ways to say who calls.</summary>
internal static class AuthSchemes
{
    /// <summary>What the Authorization header bears.</summary>
    public const string Bearer = "Bearer";

    /// <summary>The kind of identity that an API key gives.</summary>
    public const string ApiKey = "ApiKey";

    /// <summary>The kind of identity that a token of the configured issuer gives.</summary>
    public const string Jwt = "Jwt";

    /// <summary>The cookie of a person who is signed in. Pages alone take it: the API must not act on what browsers send unasked.</summary>
    public const string Session = "Session";

    /// <summary>The cookie of a person whose password was right and who has yet to show a code.</summary>
    public const string SecondStep = "SecondStep";
}
