using System.Collections.Immutable;
using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using CmeOrleans.WebApi.Certificates;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Transcripts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Describes each operation by the metadata of its endpoint: see <see cref="EndpointDescriptions"/>.</summary>
internal sealed class OperationDescriber : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        AddParameters(operation, metadata);
        AddExamples(operation, metadata);
        AddFiles(operation, metadata);
        await ProblemDescriber.AddAsync(operation, context, cancellationToken);
        ResponseHeaders.Add(operation, metadata, context.Description.HttpMethod);
        if (metadata.OfType<IAuthorizeData>().Any() || metadata.OfType<AuthorizationPolicy>().Any())
        {
            operation.Security = [new() { [new(DocumentDescriber.SecurityScheme, context.Document)] = [] }];
        }
    }

    private static void AddParameters(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var path in operation.Parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In is ParameterLocation.Path))
        {
            (path.Description, path.Example) = PathParameters.Describe(path.Name!);
            path.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = PathParameters.PatternOf(path.Name!), Enum = EnumOf(PathParameters.ValuesOf(path.Name!)) };
        }

        foreach (var header in metadata.OfType<HeaderParameter>())
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = header.IsRequired,
                Description = header.Description,
                Example = JsonValue.Create(header.Example),
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        foreach (var query in metadata.OfType<AllowedQuery>().LastOrDefault()?.Parameters ?? [])
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = query.Name,
                In = ParameterLocation.Query,
                Description = query.Description,
                Schema = SchemaOf(query),
            });
        }
    }

    private static OpenApiSchema SchemaOf(QueryParameter query)
    {
        var schema = new OpenApiSchema { Type = query.IsInteger ? JsonSchemaType.Integer : JsonSchemaType.String, Enum = EnumOf(query.Values) };
        if (query.Name == QueryParameter.LimitName)
        {
            schema.Minimum = "1";
            schema.Default = JsonValue.Create(PageRequest.LimitDefault);
        }

        return schema;
    }

    private static List<JsonNode>? EnumOf(ImmutableArray<string> values) =>
        values.IsEmpty ? null : [.. values.Select(value => (JsonNode)JsonValue.Create(value))];

    private static void AddExamples(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<BodyExample>().LastOrDefault() is { } body
            && operation.RequestBody is OpenApiRequestBody { Content: { } content } requestBody)
        {
            requestBody.Required = true;
            content[MediaTypeNames.Application.Json].Example = JsonNode.Parse(body.Json);
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = SuccessOf(status) ?? response.Description;
            if (metadata.OfType<AnswerExample>().LastOrDefault() is { } answer
                && response.Content is { } answers
                && answers.TryGetValue(MediaTypeNames.Application.Json, out var media))
            {
                media.Example = JsonNode.Parse(answer.Json);
            }
        }
    }

    // The serializer has no form for a file, so the document's own tools leave its body out.
    private static void AddFiles(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var produced in metadata.OfType<IProducesResponseTypeMetadata>())
        {
            var status = produced.StatusCode.ToString(CultureInfo.InvariantCulture);
            foreach (var file in produced.ContentTypes.Where(type => type is PdfAnswer.ContentType or CsvAnswer.ContentType))
            {
                if (operation.Responses?[status] is OpenApiResponse response)
                {
                    response.Content ??= new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal);
                    response.Content[file] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = file == PdfAnswer.ContentType ? "binary" : null } };
                }
            }
        }
    }

    private static string? SuccessOf(string status) => int.Parse(status, CultureInfo.InvariantCulture) switch
    {
        StatusCodes.Status200OK => "Done; the answer.",
        StatusCodes.Status201Created => "Stored. A replay of the same command has the same status and Idempotent-Replayed: true.",
        StatusCodes.Status202Accepted => "Under way; ask again after Retry-After.",
        StatusCodes.Status204NoContent => "Done; nothing to say.",
        StatusCodes.Status304NotModified => "The client has the current form.",
        _ => null,
    };
}
