using System.Text.Json;

namespace CmeOrleans.WebApi.Json;

/// <summary>Reads strings out of bodies.</summary>
internal static class JsonText
{
    /// <summary>The string at the reader, or none when it is no string or longer than <paramref name="lengthMax"/> bytes.</summary>
    public static string? ReadShort(ref Utf8JsonReader reader, int lengthMax)
    {
        if (reader.TokenType is not JsonTokenType.String)
        {
            return null;
        }

        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length > lengthMax ? null : reader.GetString();
    }
}
