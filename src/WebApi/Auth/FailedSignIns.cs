using System.Net;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Says which failed sign-ins are worth a row of the audit trail, which is kept for ever while anybody may fail.</summary>
/// <remarks>The first failures of a network tell what happens; hundreds more tell nothing new.</remarks>
internal sealed class FailedSignIns(TimeProvider time)
{
    /// <summary>How many different credentials that failed are recorded at once, of one network.</summary>
    public const int BurstMax = 10;

    /// <summary>How many more are recorded per minute.</summary>
    public const int PerMinute = 10;

    private readonly FailureCounts _counts = new(time, BurstMax, PerMinute / 60.0);

    /// <summary>Counts a credential that failed; true when that is to be recorded.</summary>
    public bool IsWorthRecording(IPAddress? address, string credential) => _counts.Count(address, credential) is FailureCount.Counted;
}
