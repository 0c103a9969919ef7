using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>Many earnings in one request; each stands alone.</summary>
internal sealed record BatchRequest([property: Required] IReadOnlyList<BatchEntry>? Items);

/// <summary>One item of a batch as it was read: what it asks for, or why it cannot be understood.</summary>
/// <param name="Key">The key of the item, if it has one that can be read.</param>
/// <param name="Item">What it asks for.</param>
/// <param name="Fault">Why it cannot be understood.</param>
/// <remarks>A malformed item is that item's problem, not its neighbours', hence this step between bytes and item.</remarks>
[JsonConverter(typeof(BatchEntryConverter))]
internal sealed record BatchEntry(string? Key, BatchItemRequest? Item, Problem? Fault);

/// <summary>One earning of a batch with the idempotency key that it would have alone.</summary>
internal sealed record BatchItemRequest(
    [property: Required] string? Key,
    [property: Required] string? LearnerId,
    [property: Required] string? CourseId,
    [property: Required] string? TopicId,
    [property: Required] DateTimeOffset? CompletedAt,
    decimal? Score)
{
    public EarningRequest ToEarning() => new(CourseId, TopicId, CompletedAt, Score);
}

/// <summary>Reads one item on its own.</summary>
internal sealed class BatchEntryConverter : JsonConverter<BatchEntry>
{
    private const string KeyName = "key";

    // Nothing is an item too, and one that cannot be understood.
    public override bool HandleNull => true;

    public override BatchEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            return JsonSerializer.Deserialize(ref reader, ApiJson.InfoOf<BatchItemRequest>()) is { } item
                ? new(item.Key, item, null)
                : throw new JsonException();
        }
        catch (JsonException exception)
        {
            // Where the JSON itself is broken, reading it throws again and the whole body is refused.
            reader = start;
            using var document = JsonDocument.ParseValue(ref reader);
            return new(KeyOf(document.RootElement), null, JsonFaults.ExplainItem(exception, document.RootElement, ApiJson.InfoOf<BatchItemRequest>()));
        }
    }

    public override void Write(Utf8JsonWriter writer, BatchEntry value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Items of a batch are only read.");

    private static string? KeyOf(JsonElement item) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(KeyName, out var key) && key.ValueKind is JsonValueKind.String ? JsonText.OrNone(key) : null;
}
