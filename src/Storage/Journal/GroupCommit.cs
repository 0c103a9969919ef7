using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Storage.Journal;

/// <summary>
/// Merges the appends of many ledgers into few statements, so that one flush of the disk serves many callers. While the
/// statements under way are at their bound, what arrives gathers for the next. A second statement begins only once it is
/// well filled, since a statement costs the server as much as many of its rows; the first never waits for company.
/// </summary>
internal sealed partial class GroupCommit : IAsyncDisposable
{
    /// <summary>So many appends must be ready before a statement begins beside another.</summary>
    public const int CompanyMin = 48;

    /// <summary>The bytes of one statement, roughly.</summary>
    public const int StatementBytesMax = 1 << 20;

    private readonly Lock _gate = new();
    private readonly AppendQueue _queue;
    private readonly Stack<IAppendSender> _idleSenders;
    private readonly IAppendSender[] _senders;
    private readonly TimeSpan _deadline;
    private readonly TimeProvider _time;
    private readonly ITimer _deadlineTimer;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isTimerSet;
    private bool _isClosed;

    /// <param name="senders">As many statements may be under way.</param>
    public GroupCommit(IAppendSender[] senders, int rowsMax, StorageOptions options, TimeProvider time, ILogger logger)
    {
        _senders = senders;
        _idleSenders = new(senders);
        _queue = new(options.AppendsQueuedMax, rowsMax, StatementBytesMax);
        _deadline = options.AppendDeadline;
        _time = time;
        _logger = logger;
        _deadlineTimer = time.CreateTimer(static self => ((GroupCommit)self!).AnswerOverdue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Appends that wait or are under way.</summary>
    public int Backlog
    {
        get
        {
            lock (_gate)
            {
                return _queue.Count;
            }
        }
    }

    /// <exception cref="StorageUnavailableException">The queue is full, or the deadline passed.</exception>
    /// <exception cref="LedgerRowRefusedException">The row cannot be stored for what is in it.</exception>
    public Task<AppendOutcome> AppendAsync(LedgerAppend append)
    {
        if (LedgerAppendBounds.FindFault(append) is { } fault)
        {
            return Task.FromException<AppendOutcome>(fault);
        }

        var now = _time.GetTimestamp();
        var pending = new PendingAppend(append, now + (long)(_deadline.TotalSeconds * _time.TimestampFrequency));
        IAppendSender? sender = null;
        lock (_gate)
        {
            if (_isClosed || !_queue.TryEnqueue(pending))
            {
                return Task.FromException<AppendOutcome>(new StorageUnavailableException(
                    _isClosed ? "The store is closing." : "Too many appends wait to be stored."));
            }

            if (!_isTimerSet)
            {
                _isTimerSet = true;
                _deadlineTimer.Change(_deadline, Timeout.InfiniteTimeSpan);
            }

            if (_queue.ReadyCount >= (_idleSenders.Count == _senders.Length ? 1 : CompanyMin))
            {
                _idleSenders.TryPop(out sender);
            }
        }

        if (sender is not null)
        {
            // Not on the caller's scheduler: that would be the turn of one activation, and this serves all of them.
            _ = Task.Run(() => SendAllAsync(sender));
        }

        return pending.Task;
    }

    /// <summary>Stops taking appends in, lets those under way finish, and closes the senders.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_idleSenders.Count == _senders.Length)
            {
                _drained.TrySetResult();
            }
        }

        await _drained.Task;
        await _deadlineTimer.DisposeAsync();
        foreach (var sender in _senders)
        {
            await sender.DisposeAsync();
        }
    }

    private async Task SendAllAsync(IAppendSender sender)
    {
        List<PendingAppend> batch = [];
        while (true)
        {
            // To the end of the queue of threads, between two statements: whoever can run now and appends is in this one and
            // not in the next. Where nothing else is to do, it costs a few microseconds.
            if (batch.Count > 0 && Backlog < batch.Count + CompanyMin)
            {
                await Task.Yield();
            }

            lock (_gate)
            {
                foreach (var pending in batch)
                {
                    _queue.Release(pending);
                }

                batch.Clear();
                _queue.TakeBatch(batch);
                if (batch.Count == 0)
                {
                    _idleSenders.Push(sender);
                    if (_isClosed && _idleSenders.Count == _senders.Length)
                    {
                        _drained.TrySetResult();
                    }

                    return;
                }
            }

            await SendOneAsync(sender, batch);
        }
    }

    private async Task SendOneAsync(IAppendSender sender, List<PendingAppend> batch)
    {
        try
        {
            await sender.SendAsync(batch);
            RecordFigures(batch);
        }
#pragma warning disable CA1031 // Whatever it was, it must reach the callers: an append without an answer would wait for its deadline.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogBatchFailed(exception, batch.Count);
            foreach (var pending in batch)
            {
                pending.AnswerUnavailable(exception);
            }
        }
    }

    private void RecordFigures(List<PendingAppend> batch)
    {
        if (!JournalMeter.IsListenedTo)
        {
            return;
        }

        JournalMeter.RecordBatch(batch.Count);
        foreach (var pending in batch)
        {
            // What goes into the next statement has no answer yet.
            if (pending.IsAnswered)
            {
                JournalMeter.RecordAppend(_deadline - _time.GetElapsedTime(_time.GetTimestamp(), pending.DeadlineTimestamp));
            }
        }
    }

    private void AnswerOverdue()
    {
        while (true)
        {
            PendingAppend? overdue;
            lock (_gate)
            {
                var now = _time.GetTimestamp();
                overdue = _queue.TakeOverdue(now, out var nextDeadline);
                if (overdue is null)
                {
                    _isTimerSet = nextDeadline is not null;
                    if (nextDeadline is { } deadline)
                    {
                        // A millisecond more, since a timer that fires early would fire again and again.
                        _deadlineTimer.Change(_time.GetElapsedTime(now, deadline) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                    }

                    return;
                }
            }

            overdue.TrySetException(new StorageUnavailableException(
                $"The append was not stored within {_deadline.TotalMilliseconds} ms; whether it will be is not known."));
        }
    }

    [LoggerMessage(LogLevel.Error, "A batch of {RowsCount} rows was not stored, or its fate is not known.")]
    private partial void LogBatchFailed(Exception exception, int rowsCount);
}
