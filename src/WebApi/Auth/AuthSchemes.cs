namespace CmeOrleans.WebApi.Auth;

/// <summary>The ways to say who calls.</summary>
internal static class AuthSchemes
{
    /// <summary>Looks at the request and picks one of the others.</summary>
    public const string Bearer = "Bearer";

    public const string ApiKey = "ApiKey";

    public const string Jwt = "Jwt";
}
