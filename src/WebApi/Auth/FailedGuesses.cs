using System.Net;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Slows down who tries one credential after another, by network. Valid credentials are never slowed: they are checked first.</summary>
/// <remarks>A client that repeats one bad credential is misconfigured, not guessing: only credentials that did not fail lately count.</remarks>
internal sealed class FailedGuesses(TimeProvider time)
{
    /// <summary>How many different bad credentials a network may show at once.</summary>
    public const int BurstMax = 100;

    /// <summary>How many more it may show per second.</summary>
    public const double PerSecond = 1;

    private readonly FailureCounts _counts = new(time, BurstMax, PerSecond);

    /// <summary>Counts a credential that failed; true when the network has shown too many.</summary>
    public bool IsTooMany(IPAddress? address, string credential) => _counts.Count(address, credential) is FailureCount.TooMany;
}
