using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Hosting;

/// <summary>What the public port takes at most, read from the section <see cref="SectionName"/>.</summary>
public sealed class ServerOptions
{
    public const string SectionName = "Server";

    /// <summary>The most connections at once, 1–1,000,000; further ones are closed. The default is 10,000.</summary>
    [Range(1, 1_000_000)]
    public int ConnectionsMax { get; set; } = 10_000;

    /// <summary>The most requests under way at once, 1–1,000,000; a further one is answered 503 at once. The default is 2,000.</summary>
    [Range(1, 1_000_000)]
    public int RequestsInFlightMax { get; set; } = 2_000;

    /// <summary>The largest body of a request, 1,024–104,857,600 bytes. The default is 4 MiB; operations of the API take less.</summary>
    [Range(1_024, 104_857_600)]
    public int RequestBodyBytesMax { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long the headers of a request may take, 1–300 s. The default is 15 s.</summary>
    [Range(1, 300)]
    public int RequestHeadersTimeoutSeconds { get; set; } = 15;

    /// <summary>How long an idle connection is kept, 1–3,600 s. The default is 120 s.</summary>
    [Range(1, 3_600)]
    public int KeepAliveTimeoutSeconds { get; set; } = 120;
}

/// <summary>Checks <see cref="ServerOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class ServerOptionsValidator : IValidateOptions<ServerOptions>;
