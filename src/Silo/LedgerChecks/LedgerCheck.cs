using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Proof;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Silo.LedgerChecks;

/// <summary>
/// Checks everything that can be checked: the chain of every ledger, every checkpoint, the ledgers against the checkpoints
/// and both sides of every entry. Reads the store and writes nothing. It says what is wrong and goes on.
/// </summary>
internal sealed class LedgerCheck(
    IEntityIndex entities, ILedgerJournal journal, CheckpointChain checkpoints, ICheckpointStore checkpointStore, ITrialBalanceReader trialBalance)
{
    private const int LedgersPerPage = 1_000;

    private readonly ImmutableArray<string>.Builder _faults = ImmutableArray.CreateBuilder<string>();
    private long _ledgersCount;
    private long _rowsCount;

    public async Task<LedgerCheckReport> RunAsync(CancellationToken cancellationToken)
    {
        await CheckChainsAsync(cancellationToken);
        await checkpoints.CheckAsync(Report, cancellationToken);
        foreach (var behind in await checkpointStore.ListBehindAsync(LedgerCheckReport.FaultsMax, cancellationToken))
        {
            Report($"Ledger {behind.LedgerId} lacks row {behind.Seq} as its newest checkpoint has it: a tail was cut, or the ledger removed or changed.");
        }

        await CheckTrialBalanceAsync(cancellationToken);
        return new(_ledgersCount, _rowsCount, checkpoints.CheckpointsCount, checkpoints.ForeignSignaturesCount, _faults.ToImmutable());
    }

    // Every ledger has a learner; one whose learner is gone is found by the checkpoints that cover it.
    private async Task CheckChainsAsync(CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await entities.ListAsync(EntityStates.Learner, tag: null, after, LedgersPerPage, cancellationToken);
            foreach (var ledgerId in page)
            {
                await CheckChainAsync(ledgerId, cancellationToken);
            }

            after = page.Length == LedgersPerPage ? page[^1] : null;
        }
        while (after is not null);
    }

    private async Task CheckChainAsync(string ledgerId, CancellationToken cancellationToken)
    {
        var verifier = new ChainVerifier(ledgerId);
        try
        {
            await foreach (var row in journal.ReadAsync(ledgerId, afterSeq: 0, cancellationToken))
            {
                verifier.Add(row);
                _rowsCount++;
            }
        }
        catch (LedgerRowUnreadableException exception)
        {
            Report($"Ledger {ledgerId} cannot be read after row {verifier.Version}: {exception.Message}");
        }

        if (verifier.Version > 0)
        {
            _ledgersCount++;
        }

        foreach (var fault in verifier.Faults)
        {
            Report(fault.Sentence);
        }
    }

    private async Task CheckTrialBalanceAsync(CancellationToken cancellationToken)
    {
        var balance = await trialBalance.ReadAsync(cancellationToken);
        foreach (var line in balance.Totals.Where(line => !line.IsBalanced))
        {
            Report($"Course {line.CourseId}, {line.CreditType}: the learners' side and the course's side of the entries differ.");
        }

        foreach (var ledger in balance.BrokenLedgers)
        {
            Report($"The sums of ledger {ledger} do not add up.");
        }

        foreach (var ledger in balance.UnreadableLedgers)
        {
            Report($"Ledger {ledger} holds a row that cannot be read; the sums are those of the others.");
        }
    }

    private void Report(string fault)
    {
        if (_faults.Count < LedgerCheckReport.FaultsMax)
        {
            _faults.Add(fault);
        }
    }
}
