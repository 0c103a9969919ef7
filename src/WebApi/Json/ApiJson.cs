using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CmeOrleans.WebApi.Json;

/// <summary>How JSON is read and written, once for all operations.</summary>
internal static class ApiJson
{
    /// <summary>The type of all answers but problems.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Strict in what is read: every name known, once and of its type. What is absent is not written.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.ReadCommentHandling = JsonCommentHandling.Disallow;
        options.AllowTrailingCommas = false;
        options.MaxDepth = JsonBody.DepthMax;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;

        // Answers are never part of a page: they are application/json and nosniff. So quotes and letters stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new DateConverter());
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolverChain.Add(AnswersJson.Default);
        options.TypeInfoResolverChain.Add(RequestsJson.Default);
    }

    public static JsonTypeInfo<T> InfoOf<T>() => Info<T>.Value;

    /// <summary>Writes a body in one piece, with its length before it.</summary>
    public static async Task WriteAsync<T>(HttpContext context, T body, string contentType = ContentType)
    {
        var response = context.Response;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, InfoOf<T>());
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Whether the form <paramref name="info"/> has the field that <paramref name="pointer"/> points at.</summary>
    public static bool HasField(JsonTypeInfo info, string pointer)
    {
        foreach (var segment in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = info.Kind switch
            {
                JsonTypeInfoKind.Object => info.Properties.FirstOrDefault(property => property.Name == segment)?.PropertyType,
                JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => info.ElementType,
                _ => null,
            };
            if (next is null)
            {
                return false;
            }

            info = Options.GetTypeInfo(next);
        }

        return true;
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }

    private static class Info<T>
    {
        public static readonly JsonTypeInfo<T> Value = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
    }
}
