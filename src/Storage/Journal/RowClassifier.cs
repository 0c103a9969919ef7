using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Journal;

/// <summary>Says what it means that a row was not inserted.</summary>
internal static class RowClassifier
{
    /// <param name="withKey">The stored row with the append's command key, if there is one.</param>
    /// <param name="isSeqTaken">Whether the ledger has a row with the append's seq.</param>
    /// <param name="isChained">Whether the row in front of it is in the journal with the hash that the append names.</param>
    /// <returns><see langword="null"/> when nothing stands in the way any more: send again.</returns>
    public static AppendOutcome? Classify(PendingAppend pending, LedgerRow? withKey, bool isSeqTaken, bool isChained)
    {
        if (withKey is null)
        {
            return isSeqTaken || !isChained ? new(AppendStatus.SeqTaken, default, null) : null;
        }

        if (!withKey.Fingerprint.Span.SequenceEqual(pending.Row.Fingerprint.Span))
        {
            return new(AppendStatus.KeyReused, default, withKey);
        }

        // An earlier statement of this very append got through although its answer did not.
        return pending.IsInDoubt && withKey.Hash.Span.SequenceEqual(pending.Row.Hash.Span)
            ? new(AppendStatus.Stored, withKey.At, null)
            : new(AppendStatus.Repeated, default, withKey);
    }
}
