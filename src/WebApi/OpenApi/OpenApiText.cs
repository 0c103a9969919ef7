using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>The OpenAPI document as bytes. It is made once, since it depends on the program alone and making it takes a while.</summary>
internal sealed class OpenApiText
{
    private readonly Lazy<Task<(byte[] Json, string ETag)>> _document;

    public OpenApiText([FromKeyedServices(OpenApiRegistration.DocumentName)] IOpenApiDocumentProvider provider) =>
        _document = new(() => CreateAsync(provider));

    public Task<(byte[] Json, string ETag)> GetAsync() => _document.Value;

    private static async Task<(byte[] Json, string ETag)> CreateAsync(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var stream = new MemoryStream();
        await document.SerializeAsJsonAsync(stream, OpenApiSpecVersion.OpenApi3_1);
        var json = stream.ToArray();
        return (json, Convert.ToHexStringLower(SHA256.HashData(json)));
    }
}
