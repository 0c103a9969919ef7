using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Figures;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Grains.Checkpoints;

/// <summary>Reads the trial balance and raises the alarm, in the log and in figures, when it does not balance.</summary>
public sealed partial class TrialBalanceAudit(ITrialBalanceReader reader, ILogger<TrialBalanceAudit> logger)
{
    /// <summary>Reads it for who asks.</summary>
    /// <exception cref="LedgerRowUnreadableException">More ledgers cannot be read than can be named; the alarm is raised.</exception>
    public async Task<TrialBalance> RunAsync()
    {
        try
        {
            var balance = await reader.ReadAsync(CancellationToken.None);
            if (!balance.IsBalanced)
            {
                LedgerMeter.RecordImbalance();
                LogImbalance(balance.Totals.Count(line => !line.IsBalanced), balance.BrokenLedgers.Length, balance.UnreadableLedgers.Length);
            }

            return balance;
        }
        catch (LedgerRowUnreadableException exception)
        {
            LedgerMeter.RecordImbalance();
            LogUnreadable(exception);
            throw;
        }
    }

    /// <summary>Reads it for nobody but the alarm; never throws.</summary>
    public async Task LookAsync()
    {
        try
        {
            await RunAsync();
        }
        catch (LedgerRowUnreadableException)
        {
            // The alarm is raised.
        }
#pragma warning disable CA1031 // Nobody awaits this: what is not logged here would be lost.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotLooked(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "The trial balance does not balance: {TotalsCount} courses and types differ from their learners, at least {BrokenCount} ledgers do not add up, {UnreadableCount} cannot be read. GET /v1/trial-balance names them.")]
    private partial void LogImbalance(int totalsCount, int brokenCount, int unreadableCount);

    [LoggerMessage(LogLevel.Error, "The trial balance cannot be told: too many ledgers cannot be read.")]
    private partial void LogUnreadable(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The trial balance was not looked at; it will be tomorrow.")]
    private partial void LogNotLooked(Exception exception);
}
