using System.Security.Cryptography;

namespace CmeOrleans.Silo.Secrets;

/// <summary>The 32 bytes under which the data keys of learners are wrapped.</summary>
internal sealed class MasterKey
{
    public const int SizeBytes = 32;

    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes)
    {
        _bytes = bytes;

        // Keyed, so that the fingerprint in the store is of no use in guessing the key.
        Fingerprint = Convert.ToHexStringLower(HMACSHA256.HashData(bytes, "cme-orleans master key fingerprint"u8));
    }

    /// <summary>Tells two master keys apart and says nothing else about them: 64 lower-case hex digits.</summary>
    public string Fingerprint { get; }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public static byte[] Generate() =>
        System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(SizeBytes)) + "\n");

    /// <exception cref="FormatException"><paramref name="base64"/> is not 32 bytes in base64.</exception>
    public static MasterKey Parse(string base64)
    {
        var bytes = Convert.FromBase64String(base64.Trim());
        return bytes.Length == SizeBytes
            ? new(bytes)
            : throw new FormatException($"A master key has {SizeBytes} bytes.");
    }
}
