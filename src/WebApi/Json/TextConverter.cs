using System.Text.Json;
using System.Text.Json.Serialization;

namespace CmeOrleans.WebApi.Json;

/// <summary>
/// Text in bodies. Control characters are refused but for tab and line breaks: no name holds them, and not every store
/// can keep U+0000. How long a text may be is a matter of its field.
/// </summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? Checked(GetString(ref reader)) : throw new FieldException("wrong-type", "This field is a string.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Checked(GetString(ref reader));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    private static string GetString(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // This is how the reader says that a string holds half a surrogate pair or bytes that are not UTF-8.
            throw new FieldException("not-text", "The string is not valid Unicode.");
        }
    }

    private static string Checked(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r'))
            {
                throw new FieldException("not-text", "The string holds a control character.");
            }
        }

        return text;
    }
}
