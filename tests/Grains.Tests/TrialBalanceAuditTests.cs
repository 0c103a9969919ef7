using System.Diagnostics.Metrics;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Checkpoints;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Grains.Tests;

/// <summary>A difference is an alarm: in the log and in figures.</summary>
public sealed class TrialBalanceAuditTests
{
    [Theory]
    [InlineData(0, 0, 0, false, 0)]
    [InlineData(25, 0, 0, false, 1)]
    [InlineData(0, 1, 0, false, 1)]
    [InlineData(0, 0, 1, false, 1)]
    [InlineData(0, 0, 0, true, 1)]
    public async Task Alarm_is_raised_when_and_only_when_it_does_not_balance(long difference, int brokenCount, int unreadableCount, bool isTooMuch, int alarmsCount)
    {
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "cme.trial_balance.failures")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, _, _) => counted += measurement);
        listener.Start();
        using var log = new LogLines();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));

        await new TrialBalanceAudit(new Balance(difference, brokenCount, unreadableCount, isTooMuch), loggers.CreateLogger<TrialBalanceAudit>()).LookAsync();

        Assert.Equal((alarmsCount, alarmsCount), (log.All.Count(line => line.StartsWith("Error: ", StringComparison.Ordinal)), counted));
    }

    private sealed class Balance(long difference, int brokenCount, int unreadableCount, bool isTooMuch) : ITrialBalanceReader
    {
        public Task<TrialBalance> ReadAsync(CancellationToken cancellationToken) => isTooMuch
            ? Task.FromException<TrialBalance>(new LedgerRowUnreadableException("Too many."))
            : Task.FromResult(new TrialBalance(
                DateTimeOffset.UnixEpoch,
                [new("course", "AMA_PRA_1", 100, 100 + difference, 50, 50, 0, 0)],
                [.. Enumerable.Repeat("broken", brokenCount)],
                [.. Enumerable.Repeat("unreadable", unreadableCount)]));
    }
}
