using System.Net.Sockets;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Settings;
using CmeOrleans.Silo.Telemetry;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Management;

/// <summary>
/// A server of its own for operators: nothing that reaches the public port can reach it, whatever its headers say.
/// </summary>
internal sealed partial class ManagementServer(
    IOptions<ManagementOptions> options,
    MetricsScraper scraper,
    NodeHealth health,
    ILoggerFactory loggerFactory,
    ILogger<ManagementServer> logger) : IHostedService, IDisposable
{
    private const string SettingName = $"{ManagementOptions.SectionName}:{nameof(ManagementOptions.Url)}";
    private const int ConnectionsMax = 20;

    private KestrelServer? _server;

    /// <exception cref="SettingException">The configured address is none, or is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var configuredUrl = options.Value.Url;
        if (configuredUrl is "")
        {
            return;
        }

        var address = Parse(configuredUrl ?? ManagementOptions.UrlDefault);
        try
        {
            await ListenAsync(address, cancellationToken);
        }
        catch (IOException exception) when (configuredUrl is null && exception.InnerException is AddressInUseException)
        {
            LogDefaultTaken(ManagementOptions.UrlDefault);
            await ListenAsync(BindingAddress.Parse("http://127.0.0.1:0"), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new SettingException(SettingName, "the address cannot be listened at, or is in use by another process.", exception);
        }

        LogListening(string.Join(", ", _server!.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses));
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _server?.Dispose();

    private static BindingAddress Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address is { Scheme: "http", PathBase: "", Port: >= 0 and <= 65_535 }
                ? address
                : throw new FormatException("Not a plain http address.");
        }
        catch (FormatException exception)
        {
            throw new SettingException(
                SettingName, $"must be an address such as {ManagementOptions.UrlDefault}, or empty to turn the port off.", exception);
        }
    }

    private async Task ListenAsync(BindingAddress address, CancellationToken cancellationToken)
    {
        _server?.Dispose();
        var limits = new KestrelServerOptions { AddServerHeader = false };
        limits.Limits.MaxConcurrentConnections = ConnectionsMax;
        limits.Limits.MaxRequestBodySize = 0;
        _server = new(
            Options.Create(limits), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggerFactory), loggerFactory);
        _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Add(address.ToString());
        await _server.StartAsync(new ManagementApplication(scraper, health), cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Metrics and health for operators: {Addresses}")]
    private partial void LogListening(string addresses);

    [LoggerMessage(LogLevel.Warning, "{Url} is in use by another process; the management port takes a free one.")]
    private partial void LogDefaultTaken(string url);
}
