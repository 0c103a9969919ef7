using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>Many earnings in one request; each stands alone.</summary>
internal sealed record BatchRequest([property: Required] IReadOnlyList<BatchEntry>? Items);

/// <summary>One item of a batch as it was read: what it asks for, or why it cannot be understood.</summary>
/// <remarks>A malformed item is that item's problem, not its neighbours', hence this step between bytes and item.</remarks>
[JsonConverter(typeof(BatchEntryConverter))]
internal sealed record BatchEntry(BatchItemRequest? Item, JsonException? Fault);

/// <summary>One earning of a batch with the idempotency key that it would have alone.</summary>
internal sealed record BatchItemRequest(
    [property: Required] string? Key,
    [property: Required] string? LearnerId,
    [property: Required] string? CourseId,
    [property: Required] string? TopicId,
    [property: Required] DateTimeOffset? CompletedAt,
    decimal? Score)
{
    public EarningRequest Earning => new(CourseId, TopicId, CompletedAt, Score);
}

/// <summary>Reads one item on its own.</summary>
internal sealed class BatchEntryConverter : JsonConverter<BatchEntry>
{
    public override BatchEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            return new(JsonSerializer.Deserialize(ref reader, ApiJson.InfoOf<BatchItemRequest>()), null);
        }
        catch (JsonException exception)
        {
            // Where the JSON itself is broken, skipping throws again and the whole body is refused.
            reader = start;
            reader.Skip();
            return new(null, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, BatchEntry value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Items of a batch are only read.");
}
