using System.Net;
using System.Runtime.InteropServices;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Counts the different credentials that failed, by network; one that is shown again and again counts once.</summary>
/// <param name="time">The clock.</param>
/// <param name="burstMax">How many different credentials of a network count at once.</param>
/// <param name="perSecond">How many more count per second.</param>
internal sealed class FailureCounts(TimeProvider time, int burstMax, double perSecond)
{
    private const int NetworksMax = 10_000;
    private const int CredentialsMax = 50_000;

    private readonly BoundedCache<IPAddress, Bucket> _buckets = new(NetworksMax);
    private readonly BoundedCache<ulong, bool> _recent = new(CredentialsMax);

    public FailureCount Count(IPAddress? address, string credential)
    {
        var fingerprint = MemoryMarshal.Read<ulong>(ApiKeyText.HashOf(credential));
        if (_recent.TryGet(fingerprint, out _))
        {
            return FailureCount.SeenLately;
        }

        var network = ClientNetwork.Of(address);
        if (!_buckets.TryGet(network, out var bucket))
        {
            bucket = new(burstMax, time.GetTimestamp());
            _buckets.Set(network, bucket);
        }

        if (!bucket.TryTake(time, burstMax, perSecond))
        {
            return FailureCount.TooMany;
        }

        _recent.Set(fingerprint, true);
        return FailureCount.Counted;
    }

    private sealed class Bucket(int tokens, long startedAt)
    {
        private readonly Lock _taking = new();
        private double _tokens = tokens;
        private long _filledAt = startedAt;

        public bool TryTake(TimeProvider time, int burstMax, double perSecond)
        {
            lock (_taking)
            {
                var now = time.GetTimestamp();
                _tokens = Math.Min(burstMax, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
                _filledAt = now;
                if (_tokens < 1)
                {
                    return false;
                }

                _tokens--;
                return true;
            }
        }
    }
}

/// <summary>What a failed credential counted as.</summary>
internal enum FailureCount
{
    None = 0,

    /// <summary>It is one more of its network.</summary>
    Counted = 1,

    /// <summary>It failed lately, and counted then.</summary>
    SeenLately = 2,

    /// <summary>Its network has shown too many.</summary>
    TooMany = 3,
}
