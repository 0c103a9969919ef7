namespace Orleans.Runtime;

/// <summary>Decides which call of an activation runs when, and when the activation may end. Safe for threads.</summary>
/// <remarks>
/// All its state is under one lock, and under that lock nothing foreign runs. What follows from a change is returned as
/// <see cref="GateActions"/>, so that it happens outside of the lock.
/// </remarks>
internal sealed class CallGate
{
    private readonly Lock _lock = new();
    private readonly CallQueue _calls;
    private readonly int _waitingMax;
    private ActivationState _state;
    private DeactivationReason? _endReason;
    private bool _isTurnQueued;
    private bool _isWatched;
    private bool _hasRunCalls;
    private long _usedTicks;
    private long _keepUntilTicks;

    public CallGate(bool isReentrant, int waitingMax, long nowTicks, List<IGrainCall> waiting)
    {
        _calls = new(isReentrant);
        _waitingMax = waitingMax;
        _usedTicks = nowTicks;
        waiting.ForEach(_calls.Add);
    }

    /// <summary>The calls that wait or run. Read without the lock, so that a pool can compare its workers under its own.</summary>
    public int CallsCount => _calls.WaitingCount + _calls.RunningCount;

    public DeactivationReason EndReason => _endReason!.Value;

    // At shutdown the calls that wait still run; otherwise they wait for the next activation.
    private bool DrainsCalls => _endReason is { ReasonCode: DeactivationReasonCode.ShuttingDown };

    /// <summary>Takes a call; <see langword="false"/> when the activation is gone.</summary>
    /// <exception cref="LimitExceededException">Too many calls wait.</exception>
    public bool TryAdd(IGrainCall call, long nowTicks, out GateActions actions)
    {
        lock (_lock)
        {
            actions = GateActions.None;
            if (_state is ActivationState.Gone)
            {
                return false;
            }

            // Ticks of timers are always taken: a timer has one at most, and would never tick again without it.
            if (call.IsUse)
            {
                if (_calls.WaitingCount >= _waitingMax)
                {
                    throw new LimitExceededException("CallsWaitingMax", _calls.WaitingCount, _waitingMax, call.Method.Name);
                }

                _usedTicks = nowTicks;
            }

            _calls.Add(call);
            actions = Follow();
            return true;
        }
    }

    /// <summary>For an activation that inherited calls: has them run.</summary>
    public GateActions Begin()
    {
        lock (_lock)
        {
            return Follow();
        }
    }

    /// <summary>What a turn does next. After <see cref="GateStep.Rest"/> it must end.</summary>
    public GateStep Next(out IGrainCall? call)
    {
        lock (_lock)
        {
            call = null;
            if (_state is ActivationState.New)
            {
                _state = ActivationState.Activating;
                return GateStep.Activate;
            }

            if (_state is ActivationState.Active && _calls.TryTake(out call))
            {
                _hasRunCalls = true;
                return GateStep.Run;
            }

            _isTurnQueued = false;
            return GateStep.Rest;
        }
    }

    /// <summary>The grain is active.</summary>
    public GateActions Open()
    {
        lock (_lock)
        {
            _state = _endReason is null || DrainsCalls ? ActivationState.Active : ActivationState.Stopping;
            return Follow();
        }
    }

    public GateActions End(IGrainCall call, long nowTicks)
    {
        lock (_lock)
        {
            _calls.End(call);
            _usedTicks = call.IsUse ? nowTicks : _usedTicks;
            return Follow();
        }
    }

    public GateActions Stop(DeactivationReason reason)
    {
        lock (_lock)
        {
            return StopCore(reason);
        }
    }

    /// <summary>Stops unless there are calls, or there were some less than <paramref name="age"/> ago.</summary>
    public GateActions StopIfIdle(long nowTicks, TimeSpan age, DeactivationReason reason)
    {
        lock (_lock)
        {
            var isIdle = _state is ActivationState.Active && _endReason is null && _calls.IsEmpty
                && nowTicks - _usedTicks >= age.Ticks && nowTicks >= _keepUntilTicks;
            return isIdle ? StopCore(reason) : GateActions.None;
        }
    }

    public void KeepUntil(long ticks)
    {
        lock (_lock)
        {
            _keepUntilTicks = ticks;
        }
    }

    /// <summary>
    /// Ends the activation for good. The calls that wait are handed to <paramref name="retire"/> in the same step, so that
    /// none is lost and no later one passes them.
    /// </summary>
    public void Close(Action<List<IGrainCall>> retire)
    {
        lock (_lock)
        {
            var waiting = _calls.TakeWaiting();
            waiting.ForEach(call => call.FruitlessMovesCount += _hasRunCalls ? 0 : 1);
            _state = ActivationState.Gone;
            retire(waiting);
        }
    }

    /// <summary>Takes the calls whose time is up; says whether there is any call left to watch.</summary>
    public IGrainCall[] TakeExpired(long nowTicks, out bool isBusy)
    {
        lock (_lock)
        {
            var expired = _calls.TakeExpired(nowTicks);
            _isWatched = isBusy = !_calls.IsEmpty;
            return expired;
        }
    }

    private GateActions StopCore(DeactivationReason reason)
    {
        // A stale state is a better reason than a shutdown, since it forbids to run the calls that wait.
        _endReason = _endReason is null || DrainsCalls ? reason : _endReason;
        if (_state is ActivationState.Active && !DrainsCalls)
        {
            _state = ActivationState.Stopping;
        }

        return Follow();
    }

    // Under the lock. The caller must see to what is returned.
    private GateActions Follow()
    {
        var actions = GateActions.None;
        if (!_isTurnQueued && (_state is ActivationState.New || (_state is ActivationState.Active && _calls.CanTake())))
        {
            _isTurnQueued = true;
            actions |= GateActions.QueueTurn;
        }

        if (!_isWatched && !_calls.IsEmpty)
        {
            _isWatched = true;
            actions |= GateActions.Watch;
        }

        var isDrained = _state is ActivationState.Active && DrainsCalls && _calls.WaitingCount == 0;
        if (_calls.RunningCount == 0 && (_state is ActivationState.Stopping || isDrained))
        {
            _state = ActivationState.Deactivating;
            actions |= GateActions.QueueEnd;
        }

        return actions;
    }
}
