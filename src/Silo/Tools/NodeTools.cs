using CmeOrleans.Silo.LedgerChecks;
using CmeOrleans.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo.Tools;

/// <summary>What can be done to a store without serving it. An SQLite file must not be in use by a node meanwhile.</summary>
public sealed class NodeTools : IDisposable
{
    private readonly IHost _host;

    private NodeTools(IHost host) => _host = host;

    /// <param name="settings">Settings from the command line, as <c>--Section:Name=value</c>.</param>
    public static NodeTools Create(string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(settings);

        // What a verb says goes to the standard output; its log holds what went wrong.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.AddSiloCore();
        builder.Services.AddSingleton<CheckpointChain>();
        builder.Services.AddSingleton<LedgerCheck>();
        return new(builder.Build());
    }

    /// <summary>Applies the migrations that the database lacks; answers how many.</summary>
    public Task<int> MigrateAsync(CancellationToken cancellationToken) =>
        _host.Services.GetRequiredService<IMigrator>().MigrateAsync(cancellationToken);

    /// <summary>Checks all ledgers; see <see cref="LedgerCheckReport"/>.</summary>
    public async Task<LedgerCheckReport> CheckLedgersAsync(CancellationToken cancellationToken)
    {
        await _host.StartAsync(cancellationToken);
        var report = await _host.Services.GetRequiredService<LedgerCheck>().RunAsync(cancellationToken);
        await _host.StopAsync(cancellationToken);
        return report;
    }

    public void Dispose() => _host.Dispose();
}
