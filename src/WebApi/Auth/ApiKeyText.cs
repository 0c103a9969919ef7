using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.WebApi.Auth;

/// <summary>The text form of a key: <c>cme_</c>, the UUID of its id in 32 hex digits, <c>_</c>, and 32 random bytes in base64url.</summary>
/// <remarks>The secret is kept by nobody but the client; only the SHA-256 of its text leaves this class. It has 256 random bits, so a slow hash would add nothing.</remarks>
internal static class ApiKeyText
{
    public const string Prefix = "cme_";
    public const string KeyIdPrefix = "key_";

    private const int PublicIdLength = 32;
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const int SecretStart = 4 + PublicIdLength + 1;
    private const int Length = SecretStart + SecretLength;

    /// <summary>A new key: its id, the text that is shown once, and the hash that is stored.</summary>
    public static (string KeyId, string Text, byte[] SecretHash) Create(DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return ($"{KeyIdPrefix}{id:D}", $"{Prefix}{id:N}_{secret}", HashOf(secret));
    }

    /// <summary>Takes a key apart; false if the text has not the form of one.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? keyId, [NotNullWhen(true)] out byte[]? secretHash)
    {
        keyId = null;
        secretHash = null;
        if (text.Length != Length || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[SecretStart - 1] != '_'
            || !Guid.TryParseExact(text.AsSpan(Prefix.Length, PublicIdLength), "N", out var id))
        {
            return false;
        }

        keyId = $"{KeyIdPrefix}{id:D}";
        secretHash = HashOf(text.AsSpan(SecretStart));
        return true;
    }

    /// <summary>SHA-256 of the UTF-8 form of a text.</summary>
    public static byte[] HashOf(ReadOnlySpan<char> text)
    {
        var bytesMax = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = bytesMax <= 512 ? stackalloc byte[bytesMax] : new byte[bytesMax];
        return SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }
}
