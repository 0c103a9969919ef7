using System.Text.Json;
using System.Text.Json.Serialization;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>Reads and writes <see cref="SealedText"/> as base64.</summary>
public sealed class SealedTextConverter : JsonConverter<SealedText>
{
    public override SealedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, SealedText value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.Ciphertext.Span);
}
