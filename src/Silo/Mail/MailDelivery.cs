using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo.Mail;

/// <summary>Delivers mails as long as the node runs. Every node does; a mail is one node's at a time.</summary>
internal sealed partial class MailDelivery(
    MailCarrier carrier, IMailStore store, MailBell bell, OutboxWatch watch, NodeState state, TimeProvider time, ILogger<MailDelivery> logger)
    : BackgroundService
{
    private const int ForgetAtOnceMax = 1_000;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FiguresEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan KeysKeptFor = TimeSpan.FromDays(30);

    private long? _figuresReadAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitUntilOpenAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await WorkAsync(stoppingToken) == 0)
            {
                // Spread by a half, so that nodes that started together do not look together.
                await bell.WaitAsync(LookEvery * (0.5 + Random.Shared.NextDouble()), stoppingToken);
            }
        }
    }

    private async Task<int> WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReadFiguresAsync(stoppingToken);
            return await carrier.DeliverDueAsync();
        }
        catch (StorageUnavailableException exception)
        {
            // Readiness says so already; mails wait in the store, and the next look finds them.
            LogStoreAway(exception);
            return 0;
        }
    }

    private async Task ReadFiguresAsync(CancellationToken stoppingToken)
    {
        if (_figuresReadAt is { } readAt && time.GetElapsedTime(readAt) < FiguresEvery)
        {
            return;
        }

        await store.ForgetEndedAsync(KeysKeptFor, ForgetAtOnceMax);
        watch.Latest = await store.ReadFiguresAsync(stoppingToken);
        _figuresReadAt = time.GetTimestamp();
    }

    [LoggerMessage(LogLevel.Warning, "Mails are not delivered, since the store does not answer; trying again.")]
    private partial void LogStoreAway(Exception exception);
}
