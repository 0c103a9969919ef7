using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace CmeOrleans.WebApi.Certificates;

/// <summary>A PDF file. Shown in place by browsers unless it is to be saved, under a policy that lets it do nothing.</summary>
/// <param name="bytes">The file.</param>
/// <param name="fileName">What it is saved as; made of an id, hence safe in a header.</param>
/// <param name="isSaved">Whether browsers save it instead of showing it.</param>
internal sealed class PdfAnswer(ReadOnlyMemory<byte> bytes, string fileName, bool isSaved = false) : IResult, IEndpointMetadataProvider
{
    public const string ContentType = "application/pdf";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.ContentLength = bytes.Length;
        response.Headers.ContentDisposition = $"{(isSaved ? "attachment" : "inline")}; filename=\"{fileName}\"";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, type: null, [ContentType]));
}
