namespace CmeOrleans.Storage.Journal;

/// <summary>Stores batches of rows, one batch at a time.</summary>
internal interface IAppendSender : IAsyncDisposable
{
    /// <summary>
    /// Stores the rows and answers each one's caller. When the task completes, every append has its answer and nothing
    /// of the batch is under way any more, as far as this end can tell.
    /// </summary>
    /// <param name="batch">At most one row per ledger, in ordinal order of the ledger. Not kept.</param>
    Task SendAsync(IReadOnlyList<PendingAppend> batch);
}
