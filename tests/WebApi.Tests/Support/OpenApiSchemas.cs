using System.Text.Json;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>Compares JSON with the schemas of an OpenAPI document, as far as those of this product go.</summary>
internal static class OpenApiSchemas
{
    public static void RequireFits(JsonElement document, JsonElement schema, JsonElement value, string where)
    {
        schema = Resolve(document, schema);
        if (schema.TryGetProperty("type", out var type))
        {
            Assert.True(IsOf(type.GetString(), value), $"{where} is to be of type {type} and is {value}");
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            Assert.Contains(values.EnumerateArray(), known => known.ToString() == value.ToString());
        }

        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                RequireFits(document, schema.GetProperty("items"), item, $"{where}/[]");
            }
        }
        else if (value.ValueKind is JsonValueKind.Object)
        {
            RequireFieldsFit(document, schema, value, where);
        }
    }

    private static void RequireFieldsFit(JsonElement document, JsonElement schema, JsonElement value, string where)
    {
        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray() : [])
        {
            Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{where} lacks {name}");
        }

        foreach (var field in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(field.Name, out var known))
            {
                RequireFits(document, known, field.Value, $"{where}/{field.Name}");
            }
            else
            {
                Assert.True(schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind is JsonValueKind.Object, $"{where} has {field.Name}");
                RequireFits(document, others, field.Value, $"{where}/{field.Name}");
            }
        }
    }

    private static JsonElement Resolve(JsonElement document, JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/')[1..].Aggregate(document, static (element, name) => element.GetProperty(name));
        }

        return schema;
    }

    private static bool IsOf(string? type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };
}
