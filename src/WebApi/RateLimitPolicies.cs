namespace CmeOrleans.WebApi;

/// <summary>Names of the rate limits that endpoints ask for.</summary>
internal static class RateLimitPolicies
{
    /// <summary>For what everybody may ask without signing in: per address, of IPv6 per /64.</summary>
    public const string Verification = "verification";

    /// <summary>For what works on passwords or sends mail, before anybody is signed in: per address, of IPv6 per /64.</summary>
    public const string SignIn = "sign-in";

    /// <summary>For forms that everybody may send and a person must read: per address, of IPv6 per /64.</summary>
    public const string Support = "support";
}
