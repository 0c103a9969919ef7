using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Journal;

/// <summary>An append on its way, and the promise its caller awaits.</summary>
internal sealed class PendingAppend(LedgerAppend append, long deadlineTimestamp)
    : TaskCompletionSource<AppendOutcome>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    // What one course entry or report line adds to a statement, generously.
    private const int EntryBytes = 160;
    private const int RowBytes = 300;

    public LedgerAppend Append { get; } = append;

    public LedgerRow Row => Append.Row;

    /// <summary>The instant, in timestamps of the time provider, at which the caller stops waiting.</summary>
    public long DeadlineTimestamp { get; } = deadlineTimestamp;

    public int BytesEstimate { get; } =
        append.Row.Body.Length + RowBytes + (EntryBytes * (append.CourseEntries.Length + append.ReportLines.Length));

    /// <summary>Whether a statement carried the row.</summary>
    public bool WasSent { get; set; }

    /// <summary>Whether the answer to a statement that carried the row was lost: a stored row with the same hash is then this one.</summary>
    public bool IsInDoubt { get; set; }

    /// <summary>The next append of the same ledger, which waits for this one.</summary>
    public PendingAppend? NextOfLedger { get; set; }

    /// <summary>Whether the caller has its answer, if only that the time is up.</summary>
    public bool IsAnswered => Task.IsCompleted;

    /// <summary>Whether the caller was told that this very row is in the journal, now or since an earlier attempt.</summary>
    public bool IsStored => Task.IsCompletedSuccessfully
        && (Task.Result.Status is AppendStatus.Stored
            || (Task.Result is { Status: AppendStatus.Repeated, Existing: { } existing } && existing.Hash.Span.SequenceEqual(Row.Hash.Span)));

    public bool IsChainedTo(PendingAppend before) => Row.PreviousHash.Span.SequenceEqual(before.Row.Hash.Span);

    public void AnswerUnavailable(Exception cause) =>
        TrySetException(new StorageUnavailableException("The row was not stored, or its fate is not known.", cause));
}
