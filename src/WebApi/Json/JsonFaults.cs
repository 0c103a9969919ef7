using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Json;

/// <summary>Says what is wrong with a body that the serializer refused, in terms of the contract instead of types.</summary>
internal static class JsonFaults
{
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

        return FindSyntaxFault(new(bytes, new JsonReaderOptions { MaxDepth = JsonBody.DepthMax })) ?? ExplainField(pointer, info);
    }

    /// <summary>The same for an object in a list that is read on its own.</summary>
    /// <param name="fault">What the serializer threw.</param>
    /// <param name="item">Where the object begins; it is known to end.</param>
    /// <param name="info">The form that it should have.</param>
    public static Problem ExplainItem(Exception fault, Utf8JsonReader item, JsonTypeInfo info)
    {
        var pointer = JsonPath.ToPointer((fault as JsonException)?.Path);
        return fault is FieldException field
            ? Problem.InvalidRequest(pointer, field.Code, field.Detail)
            : FindSyntaxFault(item) ?? ExplainField(pointer, info);
    }

    private static Problem ExplainField(string pointer, JsonTypeInfo info) =>
        ApiJson.HasField(info, pointer)
            ? Problem.InvalidRequest(pointer, "wrong-type", "The value is not of the type of this field.")
            : Problem.InvalidRequest(pointer, "unknown-field", "There is no such field here.");

    // Only after a fault: a plain walk over the tokens tells bad JSON and fields given twice from the rest. It goes to the end of the
    // object at which the reader stands, or of all that the reader has.
    private static Problem? FindSyntaxFault(Utf8JsonReader reader)
    {
        var names = new Stack<HashSet<string>>();
        var isItem = reader.TokenType is JsonTokenType.StartObject;
        if (isItem)
        {
            names.Push(new(StringComparer.Ordinal));
        }

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
                        return Problem.InvalidRequest("", "duplicate-field", "A field is given twice in one object.");
                }

                if (isItem && names.Count == 0)
                {
                    break;
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
