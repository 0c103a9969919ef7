using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Grains.Ports;

/// <summary>The durable, append-only record of all ledgers. What it holds is the truth; grain memory is a copy.</summary>
/// <remarks>
/// Every member throws <see cref="StorageUnavailableException"/> when the store does not answer within its deadline.
/// After that an append may be stored or not: the caller drops what it has in memory, and a repeat with the same
/// command key is answered from the row if there is one.
/// </remarks>
public interface ILedgerJournal
{
    /// <summary>
    /// Stores one row with its course entries and report lines, and withdraws those it names, all of it or nothing. When the task completes with
    /// <see cref="AppendStatus.Stored"/> they are durable. May be repeated: the command key decides, never memory.
    /// Takes no cancellation token, since half an append is not on offer.
    /// </summary>
    /// <exception cref="LedgerRowRefusedException">The store cannot hold this very row; others are not affected.</exception>
    Task<AppendOutcome> AppendAsync(LedgerAppend append);

    /// <summary>Reads in one question what a ledger needs to wake up.</summary>
    /// <param name="foldVersion">Of the snapshot that the caller can read.</param>
    Task<LedgerOpening> ReadOpeningAsync(string ledgerId, int foldVersion, CancellationToken cancellationToken);

    /// <summary>Reads the rows after <paramref name="afterSeq"/>, oldest first, without gaps.</summary>
    IAsyncEnumerable<LedgerRow> ReadAsync(string ledgerId, long afterSeq, CancellationToken cancellationToken);

    /// <summary>Reads at most <paramref name="rowsMax"/> rows after <paramref name="afterSeq"/>, oldest first.</summary>
    Task<ImmutableArray<LedgerRow>> ReadPageAsync(string ledgerId, long afterSeq, int rowsMax, CancellationToken cancellationToken);

    /// <summary>Reads the named rows (at most 500), in ascending order of seq; a seq that is not there is left out.</summary>
    Task<ImmutableArray<LedgerRow>> ReadRowsAsync(string ledgerId, ImmutableArray<long> seqs, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the seq of the newest row, 0 for an empty ledger: what a caller compares its memory with before it answers
    /// a read or a refusal. Many callers' questions are merged into one query. Where the process owns the store
    /// exclusively and no append was left in doubt, <paramref name="knownSeq"/> is the answer and nothing is read.
    /// </summary>
    ValueTask<long> ReadHeadAsync(string ledgerId, long knownSeq);
}
