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
    private readonly Stack<Lane> _idleLanes;
    private readonly Lane[] _lanes;
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
        _lanes = [.. senders.Select((sender, index) => new Lane(sender, new SenderThread($"Append {index + 1}")))];
        _idleLanes = new(_lanes);
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
        Lane? lane = null;
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

            if (_queue.ReadyCount >= (_idleLanes.Count == _lanes.Length ? 1 : CompanyMin))
            {
                _idleLanes.TryPop(out lane);
            }
        }

        if (lane is not null)
        {
            _ = Task.Factory.StartNew(() => SendAllAsync(lane), CancellationToken.None, TaskCreationOptions.None, lane.Thread);
        }

        return pending.Task;
    }

    /// <summary>Stops taking appends in, lets those under way finish, and closes the senders.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_idleLanes.Count == _lanes.Length)
            {
                _drained.TrySetResult();
            }
        }

        await _drained.Task;
        await _deadlineTimer.DisposeAsync();
        foreach (var lane in _lanes)
        {
            try
            {
                await lane.Sender.DisposeAsync();
            }
            finally
            {
                lane.Thread.Dispose();
            }
        }
    }

    private async Task SendAllAsync(Lane lane)
    {
        List<PendingAppend> batch = [];
        while (true)
        {
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
                    _idleLanes.Push(lane);
                    if (_isClosed && _idleLanes.Count == _lanes.Length)
                    {
                        _drained.TrySetResult();
                    }

                    return;
                }
            }

            await SendOneAsync(lane.Sender, batch);
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

    private sealed record Lane(IAppendSender Sender, SenderThread Thread);

    [LoggerMessage(LogLevel.Error, "A batch of {RowsCount} rows was not stored, or its fate is not known.")]
    private partial void LogBatchFailed(Exception exception, int rowsCount);
}
