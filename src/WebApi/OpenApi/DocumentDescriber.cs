using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Describes the API as a whole.</summary>
internal sealed class DocumentDescriber : IOpenApiDocumentTransformer
{
    /// <summary>The name of the one security scheme: a bearer token, be it an API key or a token of the configured issuer.</summary>
    public const string SecurityScheme = "bearer";

    private const string Description = """
        A ledger of continuing-medical-education credit. Amounts are JSON numbers with at most two decimals; exponents and
        more decimals are refused. Instants are RFC 3339 in UTC. Unknown fields, fields given twice and unknown query
        parameters are refused. Every status from 400 up comes as application/problem+json, whose type resolves to a page.
        What a caller may not see is answered like what does not exist.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("API keys", "Who may call."),
        ("Certificates", "Certificates as documents."),
        ("Claims", "Claiming credit."),
        ("Courses", "Courses and their side of the ledger."),
        ("Credit types", "The kinds of credit there are."),
        ("Earnings", "Earning credit by completing topics."),
        ("Institutions", "For whom an institution acts."),
        ("Learners", "Who the learners are."),
        ("Ledger", "What a learner's ledger holds."),
        ("Licences", "What licences ask for, and how far a learner is."),
        ("Operations", "Health, proof and supervision."),
        ("Providers", "Accredited providers."),
        ("Verifications", "Whether a certificate is what it says."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "CmeOrleans",
            Version = "1",
            Description = Description,
            License = new() { Name = "MIT", Identifier = "MIT" },
        };

        // Relative, so that it is right wherever the document was read from.
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[SecurityScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key, cme_…, or a token of the issuer that the deployment trusts.",
        };
        foreach (var schema in document.Components.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            RemoveNulls(schema);
        }

        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        return Task.CompletedTask;
    }

    // An optional field of an own type is described as that type or null; what is absent is left out and never null.
    private static void RemoveNulls(OpenApiSchema schema)
    {
        foreach (var (name, property) in schema.Properties?.ToArray() ?? [])
        {
            if (property.OneOf is { Count: 2 } choices && choices.FirstOrDefault(choice => choice.Type is not JsonSchemaType.Null) is { } only)
            {
                schema.Properties![name] = only;
            }
        }
    }
}
