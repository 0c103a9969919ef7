using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>The real journal, which can lose an answer on cue and, unlike the exclusive store below it, admits other writers.</summary>
internal sealed class WatchedJournal(ILedgerJournal inner) : ILedgerJournal
{
    private const int HeadPageRows = 1000;

    private int _answersToLose;
    private int _appendsToRefuse;
    private int _openingsCount;

    /// <summary>What was last to be stored.</summary>
    public LedgerAppend? Last { get; private set; }

    /// <summary>How often a ledger was read to wake up an activation.</summary>
    public int OpeningsCount => Volatile.Read(ref _openingsCount);

    /// <summary>Runs before each append reaches the store: time for another writer to be faster.</summary>
    public Func<LedgerAppend, Task> BeforeAppend { get; set; } = static _ => Task.CompletedTask;

    /// <summary>The next append is stored, and then the caller hears that the store is gone.</summary>
    public void LoseNextAnswer() => Interlocked.Increment(ref _answersToLose);

    /// <summary>The next append does not reach the store.</summary>
    public void RefuseNextAppend() => Interlocked.Increment(ref _appendsToRefuse);

    public async Task<AppendOutcome> AppendAsync(LedgerAppend append)
    {
        if (Interlocked.CompareExchange(ref _appendsToRefuse, 0, 1) == 1)
        {
            throw new StorageUnavailableException("The store is gone.");
        }

        await BeforeAppend(append);
        Last = append;
        var outcome = await inner.AppendAsync(append);
        return Interlocked.CompareExchange(ref _answersToLose, 0, 1) == 1
            ? throw new StorageUnavailableException("The answer is lost.")
            : outcome;
    }

    public Task<LedgerOpening> ReadOpeningAsync(string ledgerId, int foldVersion, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _openingsCount);
        return inner.ReadOpeningAsync(ledgerId, foldVersion, cancellationToken);
    }

    public IAsyncEnumerable<LedgerRow> ReadAsync(string ledgerId, long afterSeq, CancellationToken cancellationToken) =>
        inner.ReadAsync(ledgerId, afterSeq, cancellationToken);

    public Task<ImmutableArray<LedgerRow>> ReadPageAsync(string ledgerId, long afterSeq, int rowsMax, CancellationToken cancellationToken) =>
        inner.ReadPageAsync(ledgerId, afterSeq, rowsMax, cancellationToken);

    public Task<ImmutableArray<LedgerRow>> ReadRowsAsync(string ledgerId, ImmutableArray<long> seqs, CancellationToken cancellationToken) =>
        inner.ReadRowsAsync(ledgerId, seqs, cancellationToken);

    public async ValueTask<long> ReadHeadAsync(string ledgerId, long knownSeq) =>
        knownSeq + (await inner.ReadPageAsync(ledgerId, knownSeq, HeadPageRows, CancellationToken.None)).Length;
}
