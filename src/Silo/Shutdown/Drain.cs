using CmeOrleans.Silo.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Shutdown;

/// <summary>The first step of a stop: the node says that it is not ready and serves a little longer.</summary>
internal sealed partial class Drain(NodeState state, IOptions<ShutdownOptions> options, TimeProvider time, ILogger<Drain> logger)
    : IHostedLifecycleService
{
    private bool _hasStarted;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _hasStarted = true;
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (!_hasStarted)
        {
            return;
        }

        state.BeginDraining();
        LogDraining();
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DelaySeconds), time, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (_hasStarted)
        {
            LogStopped();
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Stopping: the node is no longer ready and finishes what is under way.")]
    private partial void LogDraining();

    [LoggerMessage(LogLevel.Information, "Stopped: everything acknowledged is stored.")]
    private partial void LogStopped();
}
