using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.WebApi.Paging;

/// <summary>A position in a list, bound to the list, its filters and its order.</summary>
/// <remarks>
/// Text form: base64url of a check of 16 bytes and the position. The check is SHA-256 over binding and position, so a
/// cursor of another list and a damaged one are noticed. It is no secret and need not be: a position only says where to go
/// on in a list that the caller may read anyway. Hence cursors work on every node and after a restart.
/// </remarks>
internal static class Cursor
{
    private const int CheckLength = 16;
    private const int TextLengthMax = 2048;

    public static string Format(string binding, string position)
    {
        var bytes = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. CheckOf(binding, bytes), .. bytes]);
    }

    public static bool TryParse(string text, string binding, [NotNullWhen(true)] out string? position)
    {
        position = null;
        if (text.Length > TextLengthMax || !Base64Url.IsValid(text))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(text).AsSpan();
        if (bytes.Length < CheckLength || !bytes[..CheckLength].SequenceEqual(CheckOf(binding, bytes[CheckLength..])))
        {
            return false;
        }

        position = Encoding.UTF8.GetString(bytes[CheckLength..]);

        // Several texts decode to the same bytes; only the one that was given out counts.
        return Format(binding, position) == text;
    }

    private static ReadOnlySpan<byte> CheckOf(string binding, ReadOnlySpan<byte> position)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(binding));
        hash.AppendData([0]);
        hash.AppendData(position);
        return hash.GetHashAndReset().AsSpan(0, CheckLength);
    }
}
