using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CmeOrleans.WebApi.Json;

/// <summary>A text, or a number, true or false as the text that it is written as: what forms send, some one way and some the other.</summary>
internal sealed class PlainValueConverter : JsonConverter<string>
{
    private static readonly TextConverter Texts = new();

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => Texts.Read(ref reader, typeToConvert, options),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
