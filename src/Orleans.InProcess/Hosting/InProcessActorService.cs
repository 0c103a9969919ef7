using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Starts the runtime with its host and stops it in good order: reminders, then calls, then activations.</summary>
internal sealed partial class InProcessActorService(
    Catalog catalog,
    GrainClassMap classes,
    IdleCollector collector,
    LocalReminderService reminders,
    ILogger<InProcessActorService> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await reminders.StartAsync(cancellationToken);
        LogStarted(logger, classes.All.Count());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        collector.Dispose();
        reminders.Dispose();
        try
        {
            await catalog.StopAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host waits no longer. What is durable is stored; the rest of the activations end with the process.
            LogStopIncomplete(logger, catalog.ActivationsCount);
        }

        await reminders.StopAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "The in-process actor runtime serves {GrainClassesCount} grain classes.")]
    private static partial void LogStarted(ILogger logger, int grainClassesCount);

    [LoggerMessage(LogLevel.Warning, "{ActivationsCount} activations had not ended when the host stopped waiting.")]
    private static partial void LogStopIncomplete(ILogger logger, int activationsCount);
}
