using System.Text.Json;
using System.Text.Json.Serialization;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>Reads and writes an id in its text form.</summary>
public sealed class IdConverter<TId> : JsonConverter<TId>
    where TId : struct, IPrefixedId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException($"An id that begins with {TId.Prefix} is expected.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
