using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>One reminder of the table, ticking in this process.</summary>
/// <remarks>
/// Ticks fall on the start time plus whole periods. A tick that falls into a time when no process runs is not made up
/// for, and one that falls into the tick before it is left out.
/// </remarks>
internal sealed partial class LocalReminder : IDisposable
{
    // Longer waits are made of several, since a timer of the platform takes no more than 49 days.
    private static readonly TimeSpan WaitMax = TimeSpan.FromDays(30);

    private readonly ReminderEntry _entry;
    private readonly IGrainFactory _grains;
    private readonly RuntimeMetrics _metrics;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private DateTime _dueAt;
    private bool _isDisposed;

    public LocalReminder(ReminderEntry entry, IGrainFactory grains, RuntimeMetrics metrics, TimeProvider timeProvider, ILogger logger)
    {
        _entry = entry;
        _grains = grains;
        _metrics = metrics;
        _timeProvider = timeProvider;
        _logger = logger;
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _timer = timeProvider.CreateTimer(
                static reminder => ((LocalReminder)reminder!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        SetNextTick();
    }

    public string? ETag => _entry.ETag;

    private DateTime Now => _timeProvider.GetUtcNow().UtcDateTime;

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _timer.Dispose();
        }
    }

    private void SetNextTick()
    {
        var now = Now;
        var sinceStart = now - _entry.StartAt;
        _dueAt = sinceStart <= TimeSpan.Zero
            ? _entry.StartAt
            : now + _entry.Period - TimeSpan.FromTicks(sinceStart.Ticks % _entry.Period.Ticks);
        Wait(now);
    }

    private void Wait(DateTime now)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                var wait = _dueAt - now;
                _timer.Change(wait < WaitMax ? wait : WaitMax, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void OnTimer()
    {
        var now = Now;
        if (now < _dueAt)
        {
            Wait(now);
        }
        else
        {
            _ = TickAsync(now);
        }
    }

    private async Task TickAsync(DateTime now)
    {
        _metrics.OnReminderTick(now - _dueAt);
        try
        {
            await _grains.GetGrain<IRemindable>(_entry.GrainId)
                .ReceiveReminder(_entry.ReminderName, new TickStatus(_entry.StartAt, _entry.Period, now));
        }
        catch (Exception exception)
        {
            // The next tick is the retry.
            LogTickFailed(_logger, exception, _entry.ReminderName, _entry.GrainId);
        }

        SetNextTick();
    }

    [LoggerMessage(LogLevel.Error, "Reminder {ReminderName} of grain {GrainId} failed; it ticks on.")]
    private static partial void LogTickFailed(ILogger logger, Exception exception, string reminderName, GrainId grainId);
}
