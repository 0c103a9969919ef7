using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Storage.Journal;

/// <summary>
/// Finds the ledgers of which a body cannot be read. Asked only after the database itself has met such a body, which stops
/// its statement for all ledgers and does not say whose it was.
/// </summary>
internal sealed class UnreadableLedgers
{
    /// <summary>A store with more of them has lost more than sums can tell.</summary>
    public const int LedgersMax = 1_000;

    private readonly SortedSet<string> _ledgerIds = new(StringComparer.Ordinal);

    /// <summary>In ordinal order.</summary>
    public string[] ToArray() => [.. _ledgerIds];

    /// <summary>Takes one row of the journal; rows may come in any order.</summary>
    /// <exception cref="LedgerRowUnreadableException">There are more than <see cref="LedgersMax"/> such ledgers.</exception>
    public void Check(string ledgerId, string kind, ReadOnlySpan<byte> body)
    {
        if (_ledgerIds.Contains(ledgerId) || CanRead(kind, body))
        {
            return;
        }

        if (_ledgerIds.Count == LedgersMax)
        {
            throw new LedgerRowUnreadableException($"The bodies of more than {LedgersMax} ledgers cannot be read.");
        }

        _ledgerIds.Add(ledgerId);
    }

    private static bool CanRead(string kind, ReadOnlySpan<byte> body)
    {
        try
        {
            LedgerEventCodec.Read(kind, body);
            return !LedgerAppendBounds.HasEscapedNull(body);
        }
        catch (LedgerRowUnreadableException)
        {
            return false;
        }
    }
}
