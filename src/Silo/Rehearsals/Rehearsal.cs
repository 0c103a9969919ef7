using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Snapshots;
using CmeOrleans.Silo.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo.Rehearsals;

/// <summary>
/// Takes a made-up ledger through its rules right after the node is open, again and again, until their code is compiled
/// well: who comes first to a ledger of ten thousand rows should not wait for the compiler.
/// </summary>
internal sealed partial class Rehearsal(CreditTypePack pack, NodeState state, TimeProvider time, ILogger<Rehearsal> logger) : BackgroundService
{
    // A method is watched after thirty calls and compiled by what was seen after thirty more.
    private const int RunsCount = 80;
    private const int TopicsPerRun = 10;

    // Lets requests in between, and the compiler, which works when nothing new is called.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // The one thing that nodes of a process share: what is compiled is compiled for the process.
    private static int s_isTaken;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Interlocked.Exchange(ref s_isTaken, 1) == 0 ? RehearseAsync(stoppingToken) : Task.CompletedTask;

    internal async Task RehearseAsync(CancellationToken stoppingToken)
    {
        await state.WaitUntilOpenAsync(stoppingToken);
        try
        {
            for (var run = 0; run < RunsCount; run++)
            {
                Run();
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Nobody's credit depends on it.
            LogBroken(exception);
        }
    }

    /// <summary>All that waking a ledger up is made of, once: rows from the journal, a snapshot of them, and their sums.</summary>
    private void Run()
    {
        var now = time.GetUtcNow();
        var learner = new MadeUpLearner(pack, now);
        for (var topic = 0; topic < TopicsPerRun; topic++)
        {
            learner.LearnAndClaim();
        }

        var replayed = new LearnerLedger(learner.Ledger.LedgerId);
        learner.Rows.ForEach(replayed.Apply);
        LedgerSnapshotCodec.Read(replayed.LedgerId, LedgerSnapshotCodec.Write(replayed)).TotalsAt(now);
    }

    [LoggerMessage(LogLevel.Warning, "The rehearsal broke off; the first requests are slower.")]
    private partial void LogBroken(Exception exception);
}
