using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>The text form of an invitation: the UUID of its id in 32 hex digits, and 32 random bytes in base64url.</summary>
/// <remarks>The secret is known to nobody but who is invited; only the SHA-256 of its text is stored.</remarks>
internal static class InvitationText
{
    private const string IdPrefix = "inv_";
    private const int IdLength = 32;
    private const int SecretBytes = 32;
    private const int Length = IdLength + 43;

    /// <summary>A new invitation: its id, the text that goes into the link, and the hash that is stored.</summary>
    public static (string Id, string Text, byte[] SecretHash) Create(DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return ($"{IdPrefix}{id:D}", $"{id:N}{secret}", ApiKeyText.HashOf(secret));
    }

    /// <summary>Takes an invitation apart; false if the text has not the form of one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? id, [NotNullWhen(true)] out byte[]? secretHash)
    {
        (id, secretHash) = (null, null);
        if (text?.Length != Length || !Guid.TryParseExact(text.AsSpan(0, IdLength), "N", out var number))
        {
            return false;
        }

        (id, secretHash) = ($"{IdPrefix}{number:D}", ApiKeyText.HashOf(text.AsSpan(IdLength)));
        return true;
    }
}
