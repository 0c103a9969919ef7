using System.Text;
using CmeOrleans.Silo.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Hosting;

/// <summary>Bounds what a client can make the server hold.</summary>
internal static class ServerLimits
{
    private const int HeadersBytesMax = 16 * 1024;
    private const int HeadersCountMax = 64;
    private const int RequestLineBytesMax = 8 * 1024;
    private const double BodyBytesPerSecondMin = 240;

    private static readonly TimeSpan BodyGracePeriod = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddServerLimits(this IServiceCollection services)
    {
        services.AddSettings<ServerOptions, ServerOptionsValidator>(ServerOptions.SectionName);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServerOptions>>((kestrel, server) =>
        {
            kestrel.AddServerHeader = false;

            // Read byte for byte, so that who sends another letter in a header is told by a problem document and not by an empty answer.
            kestrel.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
            var limits = kestrel.Limits;
            limits.MaxConcurrentConnections = server.Value.ConnectionsMax;
            limits.MaxConcurrentUpgradedConnections = server.Value.ConnectionsMax;
            limits.MaxRequestBodySize = server.Value.RequestBodyBytesMax;
            limits.MaxRequestHeadersTotalSize = HeadersBytesMax;
            limits.MaxRequestHeaderCount = HeadersCountMax;
            limits.MaxRequestLineSize = RequestLineBytesMax;
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(server.Value.RequestHeadersTimeoutSeconds);
            limits.KeepAliveTimeout = TimeSpan.FromSeconds(server.Value.KeepAliveTimeoutSeconds);

            // One byte a second holds nothing for long.
            limits.MinRequestBodyDataRate = new(BodyBytesPerSecondMin, BodyGracePeriod);
            limits.MinResponseDataRate = new(BodyBytesPerSecondMin, BodyGracePeriod);
        });
        return services;
    }
}
