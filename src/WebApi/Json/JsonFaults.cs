using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Json;

/// <summary>Says what is wrong with a body that the serializer refused, in terms of the contract instead of types.</summary>
internal static class JsonFaults
{
    private const string DuplicateField = "duplicate-field";
    private const string DuplicateFieldDetail = "A field is given twice in one object.";

    /// <param name="fault">What the serializer threw.</param>
    /// <param name="bytes">The body; it is read once more.</param>
    /// <param name="info">The form that it should have.</param>
    public static Problem Explain(JsonException fault, ReadOnlySequence<byte> bytes, JsonTypeInfo info)
    {
        var pointer = JsonPath.ToPointer(fault.Path);
        if (fault is FieldException field)
        {
            return Problem.InvalidRequest(pointer, field.Code, field.Detail);
        }

        return FindSyntaxFault(bytes) ?? ExplainField(pointer, info);
    }

    /// <summary>The same for an item of a list that is read on its own; its JSON is known to be well formed.</summary>
    public static Problem ExplainItem(JsonException fault, JsonElement item, JsonTypeInfo info)
    {
        var pointer = JsonPath.ToPointer(fault.Path);
        return fault is FieldException field ? Problem.InvalidRequest(pointer, field.Code, field.Detail)
            : HasDuplicates(item) ? Problem.InvalidRequest("", DuplicateField, DuplicateFieldDetail)
            : ExplainField(pointer, info);
    }

    private static bool HasDuplicates(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().GroupBy(property => property.Name, StringComparer.Ordinal).Any(same => same.Skip(1).Any())
            || element.EnumerateObject().Any(property => HasDuplicates(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasDuplicates),
        _ => false,
    };

    private static Problem ExplainField(string pointer, JsonTypeInfo info) =>
        ApiJson.HasField(info, pointer)
            ? Problem.InvalidRequest(pointer, "wrong-type", "The value is not of the type of this field.")
            : Problem.InvalidRequest(pointer, "unknown-field", "There is no such field here.");

    // Only after a fault: a plain walk over the tokens tells bad JSON and fields given twice from the rest.
    private static Problem? FindSyntaxFault(ReadOnlySequence<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = JsonBody.DepthMax });
        var names = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        names.Push(new(StringComparer.Ordinal));
                        break;
                    case JsonTokenType.EndObject:
                        names.Pop();
                        break;
                    case JsonTokenType.PropertyName when !names.Peek().Add(reader.GetString()!):
                        return Problem.InvalidRequest("", DuplicateField, DuplicateFieldDetail);
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return Problem.InvalidRequest("", "malformed-json", $"The body is not JSON as RFC 8259 has it, or is nested deeper than {JsonBody.DepthMax} levels.");
        }
        catch (InvalidOperationException)
        {
            // This is how the reader says that a name holds half a surrogate pair.
            return Problem.InvalidRequest("", "not-text", "A name in the body is not valid Unicode.");
        }
    }
}
