using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Silo.Billing;

/// <summary>Checks who sent a notice: <c>Stripe-Signature: t=1700000000,v1=5257a8…</c>, version 1, HMAC-SHA-256 over <c>t.payload</c>.</summary>
/// <remarks>Several signatures stand in one header while the secret is being changed; others than v1 are for other versions.</remarks>
internal static class StripeSignature
{
    public const string HeaderName = "Stripe-Signature";

    /// <summary>How far the time of signing may be from now, either way: older ones may have been overheard.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(5);

    private const int HeaderLengthMax = 2_048;
    private const int SignaturesMax = 16;

    public static bool IsGenuine(ReadOnlySpan<byte> payload, string header, string secret, DateTimeOffset now)
    {
        if (header.Length > HeaderLengthMax || ReadTime(header) is not { } time)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(time.Text, payload, secret, expected);
        var matches = false;
        foreach (var given in SignaturesIn(header))
        {
            matches |= CryptographicOperations.FixedTimeEquals(expected, given);
        }

        return matches && (now - time.Instant).Duration() <= AgeMax;
    }

    private static void Sign(string time, ReadOnlySpan<byte> payload, string secret, Span<byte> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(time));
        hmac.AppendData("."u8);
        hmac.AppendData(payload);
        hmac.GetHashAndReset(signature);
    }

    // What is signed is the text of the time, so it is kept as it came.
    private static (string Text, DateTimeOffset Instant)? ReadTime(string header)
    {
        var texts = ValuesOf(header, "t").Take(2).ToArray();
        return texts is [var text]
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? (text, DateTimeOffset.FromUnixTimeSeconds(seconds))
                : null;
    }

    private static IEnumerable<byte[]> SignaturesIn(string header)
    {
        foreach (var text in ValuesOf(header, "v1").Take(SignaturesMax))
        {
            if (text.Length == 2 * HMACSHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigit))
            {
                yield return Convert.FromHexString(text);
            }
        }
    }

    private static IEnumerable<string> ValuesOf(string header, string name) => header
        .Split(',', StringSplitOptions.TrimEntries)
        .Where(part => part.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(part => part[(name.Length + 1)..]);
}
