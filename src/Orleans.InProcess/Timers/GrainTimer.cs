using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>A timer of one activation. Its ticks are calls that the activation makes to itself.</summary>
/// <remarks>The clock runs between ticks only: it is set when a tick has ended, so ticks cannot overlap or pile up.</remarks>
internal sealed partial class GrainTimer : IGrainTimer, IGrainCall
{
    // The longest time that a timer of the platform can wait for.
    private static readonly TimeSpan TimeMax = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private static readonly GrainMethod Tick = new("GrainTimer.Tick", isAlwaysInterleave: false);
    private static readonly GrainMethod InterleavingTick = new("GrainTimer.InterleavingTick", isAlwaysInterleave: true);

    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _disposal = new();
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private TimeSpan _period;
    private bool _isTicking;
    private TimeSpan? _changedDueTime;

    public GrainTimer(
        Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options, ActivationEnvironment environment)
    {
        _activation = activation;
        _callback = callback;
        _options = options;
        _logger = environment.Logger;
        Method = options.Interleave ? InterleavingTick : Tick;

        // The call that creates the timer passes; its trace and request context are none of the timer's.
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
        {
            _timer = environment.TimeProvider.CreateTimer(
                static timer => ((GrainTimer)timer!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public GrainMethod Method { get; }

    public CallFlow? Flow => null;

    public bool IsAnswered => _disposal.IsCancellationRequested;

    public long DeadlineTicks => long.MaxValue;

    public long SentTimestamp => 0;

    public bool IsUse => _options.KeepAlive;

    public bool MovesToNextActivation => false;

    public int FruitlessMovesCount { get; set; }

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        RequireTime(dueTime, nameof(dueTime));
        RequireTime(period, nameof(period));
        lock (_lock)
        {
            // As of a tick that takes no time, a period of zero would be a loop.
            _period = period == TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : period;
            if (_isTicking)
            {
                _changedDueTime = dueTime;
            }
            else
            {
                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposal.IsCancellationRequested)
            {
                return;
            }

            _timer.Dispose();
        }

        _disposal.Cancel();
        _activation.RemoveTimer(this);
    }

    public void Start(object grain, Activation activation) => _ = TickAsync();

    public bool Fail(Exception exception) => false;

    private static void RequireTime(TimeSpan time, string name)
    {
        if (time != Timeout.InfiniteTimeSpan && (time < TimeSpan.Zero || time > TimeMax))
        {
            throw new ArgumentOutOfRangeException(name, time, "A timer takes a time of 0 to 49 days, or an infinite one.");
        }
    }

    private void OnDue()
    {
        lock (_lock)
        {
            if (_isTicking || _disposal.IsCancellationRequested)
            {
                return;
            }

            _isTicking = true;
        }

        if (!_activation.TryEnqueue(this))
        {
            Dispose();
        }
    }

    private async Task TickAsync()
    {
        try
        {
            await _callback(_disposal.Token);
        }
        catch (OperationCanceledException) when (_disposal.IsCancellationRequested)
        {
            // The timer was disposed of in mid-tick, and its callback noticed.
        }
        catch (Exception exception)
        {
            // As in Orleans, a tick that fails does not end its timer.
            LogTickFailed(_logger, exception, _activation.GrainId);
        }

        lock (_lock)
        {
            _isTicking = false;
            if (!_disposal.IsCancellationRequested)
            {
                _timer.Change(_changedDueTime ?? _period, Timeout.InfiniteTimeSpan);
                _changedDueTime = null;
            }
        }

        _activation.EndCall(this, null);
    }

    [LoggerMessage(LogLevel.Error, "A timer of grain {GrainId} failed in its callback; it ticks on.")]
    private static partial void LogTickFailed(ILogger logger, Exception exception, GrainId grainId);
}
