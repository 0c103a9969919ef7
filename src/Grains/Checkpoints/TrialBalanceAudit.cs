using CmeOrleans.Grains.Figures;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Grains.Checkpoints;

/// <summary>Reads the trial balance and raises the alarm, in the log and in figures, when it does not balance.</summary>
public sealed partial class TrialBalanceAudit(ITrialBalanceReader reader, ILogger<TrialBalanceAudit> logger)
{
    public async Task<TrialBalance> RunAsync()
    {
        var balance = await reader.ReadAsync(CancellationToken.None);
        if (!balance.IsBalanced)
        {
            LedgerMeter.RecordImbalance();
            LogImbalance(balance.BrokenLedgers.Length);
        }

        return balance;
    }

    [LoggerMessage(LogLevel.Error, "The trial balance does not balance: courses and learners differ, or ledgers do not add up ({LedgersCount} of them). GET /v1/trial-balance names them.")]
    private partial void LogImbalance(int ledgersCount);
}
