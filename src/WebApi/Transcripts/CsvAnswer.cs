using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CmeOrleans.WebApi.Transcripts;

/// <summary>A file of comma-separated values, which browsers save.</summary>
/// <param name="bytes">The file, in UTF-8.</param>
/// <param name="fileName">What it is saved as; a constant or made of an id, hence safe in a header.</param>
internal sealed class CsvAnswer(byte[] bytes, string fileName) : IResult, IEndpointMetadataProvider
{
    public const string ContentType = "text/csv";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{ContentType}; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, type: null, [ContentType]));
}
