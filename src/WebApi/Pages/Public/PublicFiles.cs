using System.Security.Cryptography;

namespace CmeOrleans.WebApi.Pages.Public;

/// <summary>The files of the public pages. They are part of the program, so that they are there wherever it is started from.</summary>
internal static class PublicFiles
{
    private const string StyleResource = "CmeOrleans.WebApi.Pages.Public.public.css";

    private static readonly byte[] Style = Load(StyleResource);

    private static readonly string StyleETag = Convert.ToHexStringLower(SHA256.HashData(Style));

    /// <summary>Where the style sheet is; another address with every change, so that it may be kept for ever.</summary>
    public static string StyleAddress { get; } = $"/assets/public.css?v={StyleETag[..12]}";

    public static IResult Show(HttpContext context)
    {
        ETags.Set(context, StyleETag);
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return ETags.ClientHas(context, StyleETag) ? NotModified.Instance : TypedResults.Bytes(Style, "text/css; charset=utf-8");
    }

    private static byte[] Load(string name)
    {
        using var stream = typeof(PublicFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its file {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
