using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>Many earnings in one request; each stands alone.</summary>
internal sealed record BatchRequest([property: Required, JsonConverter(typeof(BatchEntriesConverter))] IReadOnlyList<BatchEntry>? Items);

/// <summary>One item of a batch as it was read: what it asks for, or why it cannot be understood.</summary>
/// <param name="Key">The key of the item, if it has one that can be read.</param>
/// <param name="Item">What it asks for.</param>
/// <param name="Fault">Why it cannot be understood; given where <paramref name="Item"/> is not.</param>
/// <remarks>A malformed item is that item's problem, not its neighbours', hence this step between bytes and item.</remarks>
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

/// <summary>Reads items one by one, and no more of them than a batch may have.</summary>
internal sealed class BatchEntriesConverter : JsonConverter<IReadOnlyList<BatchEntry>>
{
    private static readonly JsonTypeInfo<BatchItemRequest> ItemInfo = ApiJson.InfoOf<BatchItemRequest>();
    private static readonly Problem NoObject = Problem.InvalidRequest("", "wrong-type", "An item is a JSON object.");

    public override IReadOnlyList<BatchEntry> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new FieldException("wrong-type", "The value is not of the type of this field.");
        }

        var entries = new List<BatchEntry>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (entries.Count == BatchEndpoint.ItemsMax)
            {
                throw new FieldException(BatchEndpoint.CountCode, BatchEndpoint.CountDetail);
            }

            entries.Add(ReadEntry(ref reader));
        }

        return entries;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<BatchEntry> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Items of a batch are only read.");

    private static BatchEntry ReadEntry(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return new(null, null, NoObject);
        }

        var start = reader;
        try
        {
            var item = JsonSerializer.Deserialize(ref reader, ItemInfo)!;
            return new(item.Key, item, null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Where the JSON itself is broken, skipping throws again and the whole body is refused. The second kind is how the reader
            // says that a name is not Unicode.
            reader = start;
            reader.Skip();
            return new(KeyOf(start), null, JsonFaults.ExplainItem(exception, start, ItemInfo));
        }
    }

    private static string? KeyOf(Utf8JsonReader item)
    {
        string? key = null;
        try
        {
            while (item.Read() && item.TokenType is JsonTokenType.PropertyName)
            {
                var isKey = item.ValueTextEquals("key"u8);
                item.Read();
                if (isKey)
                {
                    key = item.TokenType is JsonTokenType.String ? item.GetString() : null;
                }

                item.Skip();
            }
        }
        catch (InvalidOperationException)
        {
            // A name or the key is not Unicode; what was read before counts.
        }

        return key;
    }
}
