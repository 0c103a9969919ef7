using System.Runtime.CompilerServices;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Journal;

/// <summary>Reads long ledgers page by page, so that a slow reader holds no connection and every page has its own deadline.</summary>
internal static class JournalPages
{
    public const int NamedRowsMax = 500;

    public const int PageRowsMax = 500;

    public static async IAsyncEnumerable<LedgerRow> ReadAsync(
        ILedgerJournal journal, string ledgerId, long afterSeq, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Ends at the first short page; a ledger is finite and its rows are never removed.
        while (true)
        {
            var page = await journal.ReadPageAsync(ledgerId, afterSeq, PageRowsMax, cancellationToken);
            foreach (var row in page)
            {
                Invariant.Require(row.Seq == afterSeq + 1, $"Row {afterSeq + 1} of the ledger is in the journal.");
                afterSeq = row.Seq;
                yield return row;
            }

            if (page.Length < PageRowsMax)
            {
                yield break;
            }
        }
    }
}
