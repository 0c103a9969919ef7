namespace CmeOrleans.WebApi.OpenApi;

/// <summary>Registers the OpenAPI document.</summary>
internal static class OpenApiRegistration
{
    public const string DocumentName = "v1";

    public static IServiceCollection AddFrontDoorOpenApi(this IServiceCollection services)
    {
        services.AddSingleton<OpenApiText>();
        return services.AddOpenApi(DocumentName, options =>
        {
            options.AddSchemaTransformer<SchemaDescriber>();
            options.AddOperationTransformer<OperationDescriber>();
            options.AddDocumentTransformer<DocumentDescriber>();
        });
    }
}
