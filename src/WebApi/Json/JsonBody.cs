using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CmeOrleans.WebApi.Problems;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi.Json;

/// <summary>Reads a body: all of it into memory up to a limit, then in one go.</summary>
/// <remarks>Endpoints call this themselves, after authorisation, so that nobody learns from a bad body what he may not see.</remarks>
internal static class JsonBody
{
    /// <summary>The largest body of all operations but the batch.</summary>
    public const int BytesMax = 1024 * 1024;

    /// <summary>The largest body of a batch.</summary>
    public const int BatchBytesMax = 2 * 1024 * 1024;

    /// <summary>Deeper than any body of the contract.</summary>
    public const int DepthMax = 16;

    /// <exception cref="ProblemException">The body is too large, not JSON, or not of the form of <typeparamref name="T"/>.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext context, int bytesMax = BytesMax)
        where T : class
    {
        RequireJson(context.Request);
        if (context.Request.ContentLength > bytesMax)
        {
            throw TooLarge();
        }

        var pipe = context.Request.BodyReader;
        while (true)
        {
            var read = await pipe.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > bytesMax)
            {
                pipe.AdvanceTo(read.Buffer.End);
                throw TooLarge();
            }

            if (read.IsCompleted)
            {
                return Parse<T>(pipe, read.Buffer);
            }

            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <exception cref="ProblemException">The bytes are not JSON or not of the form of <typeparamref name="T"/>.</exception>
    internal static T Parse<T>(ReadOnlySequence<byte> bytes)
        where T : class
    {
        var info = ApiJson.InfoOf<T>();
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DepthMax });
            var value = JsonSerializer.Deserialize(ref reader, info);

            // Anything but white space after the value is an error, and the reader throws it.
            reader.Read();
            return value ?? throw new FieldException("wrong-type", "The body is a JSON object.");
        }
        catch (JsonException exception)
        {
            throw new ProblemException(JsonFaults.Explain(exception, bytes, info));
        }
    }

    private static T Parse<T>(PipeReader pipe, ReadOnlySequence<byte> bytes)
        where T : class
    {
        try
        {
            return Parse<T>(bytes);
        }
        finally
        {
            pipe.AdvanceTo(bytes.End);
        }
    }

    private static void RequireJson(HttpRequest request)
    {
        var type = request.ContentType;
        if (type is "application/json" or "application/json; charset=utf-8")
        {
            return;
        }

        var isJson = MediaTypeHeaderValue.TryParse(type, out var parsed)
            && parsed.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!parsed.Charset.HasValue || parsed.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson)
        {
            throw new ProblemException(new(ProblemTypes.UnsupportedMediaType, ProblemTypes.UnsupportedMediaType.Explanation));
        }
    }

    private static ProblemException TooLarge() => new(new(ProblemTypes.BodyTooLarge, ProblemTypes.BodyTooLarge.Explanation));
}
