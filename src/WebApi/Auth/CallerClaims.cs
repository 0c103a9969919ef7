namespace CmeOrleans.WebApi.Auth;

/// <summary>The claims that make a principal a <see cref="Caller"/>, for sign-ins other than by key.</summary>
internal static class CallerClaims
{
    public const string Role = "cme_role";
    public const string Subject = "cme_subject";
}
