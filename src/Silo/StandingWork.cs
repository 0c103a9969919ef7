using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.Silo.Faults;
using CmeOrleans.Silo.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo;

/// <summary>Sets the work going that nobody asks for: checkpoints, the daily trial balance and the expiry sweep. Every node does; the grains are one each.</summary>
internal sealed partial class StandingWork(IGrainFactory grains, NodeState state, TimeProvider time, ILogger<StandingWork> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitUntilOpenAsync(stoppingToken);
        await StartAsync(() => grains.GetGrain<ICheckpointGrain>(ICheckpointGrain.Key).StartAsync(), stoppingToken);
        await StartAsync(() => grains.GetGrain<IExpirySweepGrain>(IExpirySweepGrain.Key).StartAsync(), stoppingToken);
        await StartAsync(() => grains.GetGrain<ITrialBalanceWatchGrain>(ITrialBalanceWatchGrain.Key).StartAsync(), stoppingToken);
    }

    // Until it succeeds or the node stops: a store that is away for an hour must not cost a day without checkpoints.
    private async Task StartAsync(Func<Task> start, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await start();
                return;
            }
            catch (Exception exception) when (NodeFaults.Classify(exception) is NodeFault.Unavailable)
            {
                LogNotStarted(exception);
            }

            await Task.Delay(RetryDelay, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Checkpoints, the trial balance or the expiry sweep could not be set going; trying again.")]
    private partial void LogNotStarted(Exception exception);
}
