using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Codes of authenticator apps: six digits, a new one every 30 seconds (RFC 6238 over HMAC-SHA-1, the form that all apps know).</summary>
internal static class TimeCode
{
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const int KeyBytes = 20;
    private const int CodesCount = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // Clocks of phones and people at keyboards: one step back and one ahead.
    private const int StepsTolerated = 1;

    /// <summary>A new shared secret in base32.</summary>
    public static string CreateKey() => ToBase32(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>The time step whose code this is, or none.</summary>
    public static long? FindStep(string key, string code, DateTimeOffset now)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - StepsTolerated; step <= current + StepsTolerated; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeOf(key, step)), Encoding.UTF8.GetBytes(code)))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code of the moment.</summary>
    public static string CodeAt(string key, DateTimeOffset now) => CodeOf(key, now.ToUnixTimeSeconds() / StepSeconds);

    private static string CodeOf(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // HMAC needs no collision resistance, and authenticator apps know nothing else.
        HMACSHA1.HashData(FromBase32(key), counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % CodesCount).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, bitsCount) = (0, 0);
        foreach (var value in bytes)
        {
            (bits, bitsCount) = ((bits << 8) | value, bitsCount + 8);
            while (bitsCount >= 5)
            {
                bitsCount -= 5;
                text.Append(Alphabet[(bits >> bitsCount) & 0x1f]);
            }
        }

        return text.ToString();
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>(KeyBytes);
        var (bits, bitsCount) = (0, 0);
        foreach (var letter in text)
        {
            (bits, bitsCount) = (((bits << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xfff, bitsCount + 5);
            if (bitsCount >= 8)
            {
                bitsCount -= 8;
                bytes.Add((byte)(bits >> bitsCount));
            }
        }

        return [.. bytes];
    }
}
