using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CmeOrleans.WebApi.Earnings;
using CmeOrleans.WebApi.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Describes bodies as they really are: what is required, and numbers, dates and texts that have converters of their own.</summary>
internal sealed class SchemaDescriber : IOpenApiSchemaTransformer
{
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        DescribeValue(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
        if (context.JsonPropertyInfo?.CustomConverter is PlainValueConverter)
        {
            // Several types at once are what makers of clients stumble over; none says that any is taken.
            (schema.Type, schema.Description) = (null, "A text, a number, true or false.");
        }

        if (context.JsonTypeInfo.Kind is JsonTypeInfoKind.Object)
        {
            DescribeObject(schema, context.JsonTypeInfo);
        }

        DescribeContainer(schema, context.JsonTypeInfo);
        if (context.JsonTypeInfo.ElementType == typeof(BatchEntry))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(typeof(BatchItemRequest), null, cancellationToken);
        }

        // What is absent is left out and never null, so no schema needs to allow it.
        schema.Type &= ~JsonSchemaType.Null;
    }

    private static void DescribeValue(OpenApiSchema schema, Type type)
    {
        if (type == typeof(Credits))
        {
            schema.Type = JsonSchemaType.Number;
            schema.MultipleOf = 0.01m;
            schema.Description = "An amount of credit with at most two decimals.";
        }
        else if (type == typeof(DateTimeOffset))
        {
            (schema.Type, schema.Format, schema.Examples) = (JsonSchemaType.String, "date-time", [JsonValue.Create("2026-11-22T10:00:00Z")]);
        }
        else if (type == typeof(DateOnly))
        {
            (schema.Type, schema.Format, schema.Examples) = (JsonSchemaType.String, "date", [JsonValue.Create("2026-11-22")]);
        }
        else if (type == typeof(string))
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(decimal))
        {
            (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.Number, null, null);
        }
    }

    // Elements with converters of their own would otherwise be left open.
    private static void DescribeContainer(OpenApiSchema schema, JsonTypeInfo info)
    {
        if (info.ElementType is not { } element || SimpleSchemaOf(element) is not { } elementSchema)
        {
            return;
        }

        if (info.Kind is JsonTypeInfoKind.Enumerable)
        {
            schema.Items = elementSchema;
        }
        else if (info.Kind is JsonTypeInfoKind.Dictionary)
        {
            schema.AdditionalProperties = elementSchema;
        }
    }

    private static OpenApiSchema? SimpleSchemaOf(Type type)
    {
        if (type != typeof(string) && type != typeof(Credits))
        {
            return null;
        }

        var schema = new OpenApiSchema();
        DescribeValue(schema, type);
        return schema;
    }

    private static void DescribeObject(OpenApiSchema schema, JsonTypeInfo info)
    {
        schema.Type = JsonSchemaType.Object;
        schema.AdditionalPropertiesAllowed = false;
        schema.Required = new HashSet<string>(
            info.Properties.Where(IsRequired).Select(property => property.Name), StringComparer.Ordinal);
    }

    private static bool IsRequired(JsonPropertyInfo property) =>
        property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) is true
        || (!property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null);
}
