namespace CmeOrleans.WebApi.Auth;

/// <summary>Reads <c>Authorization: Bearer …</c>.</summary>
internal static class BearerToken
{
    /// <summary>Longer than any key or sensible token.</summary>
    public const int LengthMax = 8 * 1024;

    private const string Prefix = "Bearer ";

    /// <summary>The token, or none if the header is absent, given twice, empty, too long or of another scheme.</summary>
    public static string? Read(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = header[Prefix.Length..].Trim();
        return token.Length is > 0 and <= LengthMax ? token : null;
    }
}
