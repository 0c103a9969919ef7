using System.Globalization;
using System.Text.Json.Nodes;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Adds to an operation every problem that it may answer with, by status, each with an example.</summary>
internal static class ProblemDescriber
{
    private const string SchemaName = nameof(ProblemDocument);

    public static async Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document ?? throw new InvalidOperationException("An operation is described as part of a document.");
        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDocument), null, cancellationToken);
        document.Components ??= new();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        document.Components.Schemas.TryAdd(SchemaName, schema);

        operation.Responses ??= [];
        var types = context.Description.ActionDescriptor.EndpointMetadata.OfType<PossibleProblems>().SelectMany(possible => possible.Types);
        foreach (var group in types.Distinct().GroupBy(type => type.Status).OrderBy(group => group.Key))
        {
            operation.Responses[group.Key.ToString(CultureInfo.InvariantCulture)] = Describe([.. group], new(SchemaName, document));
        }
    }

    private static OpenApiResponse Describe(ProblemType[] types, OpenApiSchemaReference schema) => new()
    {
        Description = string.Join(" ", types.Select(type => $"{type.Slug}: {type.Title}")),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ProblemDocument.ContentType] = new()
            {
                Schema = schema,
                Examples = types.ToDictionary(type => type.Slug, ExampleOf, StringComparer.Ordinal),
            },
        },
    };

    private static IOpenApiExample ExampleOf(ProblemType type) => new OpenApiExample
    {
        Summary = type.Title,
        Value = new JsonObject
        {
            ["type"] = type.Uri,
            ["title"] = type.Title,
            ["status"] = type.Status,
            ["detail"] = type.Explanation,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        },
    };
}
