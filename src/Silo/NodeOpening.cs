using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Checkpoints;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Identity;
using CmeOrleans.Silo.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo;

/// <summary>
/// Opens the node: nothing is served before the store is known to be the right one and not set back. A store that is
/// away keeps the node waiting, not from starting.
/// </summary>
internal sealed partial class NodeOpening(
    StoreIdentityGuard identity, CheckpointWatch checkpoints, NodeState state, TimeProvider time, ILogger<NodeOpening> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <exception cref="SettingException">The store is there and does not belong to this configuration.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryOpenAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!state.IsOpen)
        {
            await Task.Delay(RetryDelay, time, stoppingToken);
            try
            {
                await TryOpenAsync(stoppingToken);
            }
            catch (SettingException exception)
            {
                // Too late to stop the start; what stops is the service.
                state.Refuse(exception.Message);
                LogRefusing(exception.Message);
                return;
            }
        }
    }

    private async Task TryOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await identity.VerifyAsync();
            await checkpoints.VerifyAsync(cancellationToken);
            state.Open();
        }
        catch (StorageUnavailableException exception)
        {
            LogWaiting(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The node waits for its store.")]
    private partial void LogWaiting(Exception exception);

    [LoggerMessage(LogLevel.Critical, "The node serves nobody. {Reason}")]
    private partial void LogRefusing(string reason);
}
