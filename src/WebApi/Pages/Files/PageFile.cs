using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi.Pages.Files;

/// <summary>A file that pages load. It is part of the program and was compressed when that was built.</summary>
internal sealed class PageFile
{
    private readonly byte[] _plain;
    private readonly byte[] _brotli;
    private readonly byte[] _gzip;
    private readonly string _contentType;
    private readonly string _hash;

    public PageFile(string name, string contentType)
    {
        _plain = Load(name);
        _brotli = Load($"{name}.br");
        _gzip = Load($"{name}.gz");
        _contentType = contentType;
        _hash = Convert.ToHexStringLower(SHA256.HashData(_plain))[..24];
        Path = $"/assets/{name}";
        Address = $"{Path}?v={_hash[..12]}";
    }

    public string Path { get; }

    /// <summary>What pages link to; another address with every change, so that browsers may keep the file for ever.</summary>
    public string Address { get; }

    public IResult Show(HttpContext context)
    {
        var (bytes, encoding) = Choose(context.Request);
        var etag = encoding is null ? _hash : $"{_hash}-{encoding}";
        var headers = context.Response.Headers;
        ETags.Set(context, etag);
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentEncoding = encoding;
        return ETags.ClientHas(context, etag) ? NotModified.Instance : TypedResults.Bytes(bytes, _contentType);
    }

    private (byte[] Bytes, string? Encoding) Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Accepts(accepted, "br") ? (_brotli, "br")
            : Accepts(accepted, "gzip") ? (_gzip, "gzip")
            : (_plain, null);
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);

    private static byte[] Load(string name)
    {
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new InvalidOperationException($"The program lacks its file {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
