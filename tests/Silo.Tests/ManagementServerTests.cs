using System.Net;
using System.Net.Sockets;
using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Management;
using CmeOrleans.Silo.Settings;
using CmeOrleans.Silo.Signing;
using CmeOrleans.Silo.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Tests;

public sealed class ManagementServerTests
{
    [Fact]
    public async Task A_configured_address_that_is_taken_stops_the_start()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var server = Server($"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        var exception = await Assert.ThrowsAsync<SettingException>(() => server.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Management:Url", exception.Setting);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("https://127.0.0.1:9464")]
    [InlineData("http://127.0.0.1:9464/below")]
    [InlineData("http://127.0.0.1:65536")]
    public async Task What_is_no_plain_address_stops_the_start(string url)
    {
        using var server = Server(url);

        await Assert.ThrowsAsync<SettingException>(() => server.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_address_turns_it_off()
    {
        using var server = Server("");

        await server.StartAsync(TestContext.Current.CancellationToken);
        await server.StopAsync(TestContext.Current.CancellationToken);
    }

    private static ManagementServer Server(string url) => new(
        Options.Create(new ManagementOptions { Url = url }),
        new MetricsScraper(),
        new NodeHealth(
            new NoStorage(),
            new NodeState(),
            new OutboxWatch(TimeProvider.System),
            new PaperSigner(certificate: null, TimeProvider.System, NullLogger<PaperSigner>.Instance),
            Options.Create(new HealthOptions()),
            TimeProvider.System),
        NullLoggerFactory.Instance,
        NullLogger<ManagementServer>.Instance);

    private sealed class NoStorage : IStorageHealth
    {
        public TimeSpan ClockSkew => TimeSpan.Zero;

        public Task<StorageHealth> CheckAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
