using System.Diagnostics;
using CmeOrleans.WebApi.Certificates;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi.Transcripts;

/// <summary>The forms in which a transcript is answered.</summary>
internal enum TranscriptFormat
{
    Json = 0,
    Csv,
    Pdf,
}

/// <summary>Which form a request asks for.</summary>
internal static class TranscriptFormats
{
    public const string Json = "json";
    public const string Csv = "csv";
    public const string Pdf = "pdf";

    /// <summary>By the parameter if there is one, else by the media types that the client accepts, in its order; else JSON.</summary>
    public static TranscriptFormat Of(HttpRequest request, string? parameter) => parameter switch
    {
        Json => TranscriptFormat.Json,
        Csv => TranscriptFormat.Csv,
        Pdf => TranscriptFormat.Pdf,
        null => OfAccepted(request.GetTypedHeaders().Accept),
        _ => throw new UnreachableException("The parameter's values are checked before."),
    };

    private static TranscriptFormat OfAccepted(IList<MediaTypeHeaderValue> accepted) => accepted
        .Where(type => type.Quality is not 0)
        .OrderByDescending(type => type.Quality ?? 1)
        .Select(type => type.MediaType.Value switch
        {
            PdfAnswer.ContentType => (TranscriptFormat?)TranscriptFormat.Pdf,
            CsvAnswer.ContentType => TranscriptFormat.Csv,
            "application/json" => TranscriptFormat.Json,
            _ => null,
        })
        .FirstOrDefault(format => format is not null) ?? TranscriptFormat.Json;
}
