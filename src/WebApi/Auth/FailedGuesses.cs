using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Slows down who tries one credential after another, by address. Valid credentials are never slowed: they are checked first.</summary>
/// <remarks>
/// A client that repeats one bad credential is misconfigured, not guessing: only credentials that did not fail lately count.
/// The address is that of the connection; headers that claim another are not believed.
/// </remarks>
internal sealed class FailedGuesses(TimeProvider time)
{
    /// <summary>How many different bad credentials an address may show at once.</summary>
    public const int BurstMax = 100;

    /// <summary>How many more it may show per second.</summary>
    public const double PerSecond = 1;

    private const int AddressesMax = 10_000;
    private const int CredentialsMax = 50_000;

    private readonly BoundedCache<IPAddress, Bucket> _buckets = new(AddressesMax);
    private readonly BoundedCache<ulong, bool> _recent = new(CredentialsMax);

    /// <summary>Counts a credential that failed; true when the address has shown too many.</summary>
    public bool IsTooMany(IPAddress? address, string credential)
    {
        var fingerprint = MemoryMarshal.Read<ulong>(ApiKeyText.HashOf(credential));
        var isKnown = _recent.TryGet(fingerprint, out _);
        var network = NetworkOf(address ?? IPAddress.None);
        if (!_buckets.TryGet(network, out var bucket))
        {
            bucket = new(time.GetTimestamp());
            _buckets.Set(network, bucket);
        }

        var isTooMany = !bucket.TryTake(time, isKnown ? 0 : 1);
        if (!isTooMany)
        {
            _recent.Set(fingerprint, true);
        }

        return isTooMany;
    }

    // A home or host has a /64 of its own in IPv6, so single addresses there would count for nothing.
    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }

    private sealed class Bucket(long startedAt)
    {
        private readonly Lock _taking = new();
        private double _tokens = BurstMax;
        private long _filledAt = startedAt;

        public bool TryTake(TimeProvider time, int tokens)
        {
            lock (_taking)
            {
                var now = time.GetTimestamp();
                _tokens = Math.Min(BurstMax, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * PerSecond));
                _filledAt = now;
                if (_tokens < tokens)
                {
                    return false;
                }

                _tokens -= tokens;
                return true;
            }
        }
    }
}
