using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using Orleans.Streams;

namespace Orleans.Runtime;

/// <summary>One living instance of a grain, on its way from the first call to its end.</summary>
/// <remarks>
/// Grain code runs in turns of the scheduler only. For one grain id there is one activation at a time: the next one starts
/// when this one has ended, and begins with the calls that this one could not run.
/// </remarks>
internal sealed partial class Activation : ICollectibleGrainContext, ICallTarget, ITurn
{
    // A call that met this many activations which ended before they ran anything is refused; they would go on like that.
    private const int FruitlessMovesMax = 3;
    private const int CallsInRowMax = 32;

    private readonly ActivationEnvironment _environment;
    private readonly GrainClass _class;
    private readonly IActivationOwner _owner;
    private readonly ActivationScheduler _scheduler;
    private readonly CallGate _gate;
    private readonly GrainInstance _instance;
    private readonly TaskCompletionSource _deactivated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="waiting">The calls that an earlier activation could not run; they come before all others.</param>
    public Activation(
        GrainId grainId, GrainClass grainClass, IActivationOwner owner, ActivationEnvironment environment, List<IGrainCall> waiting)
    {
        GrainId = grainId;
        _class = grainClass;
        _owner = owner;
        _environment = environment;
        _scheduler = new(this);
        _gate = new(grainClass.IsReentrant, environment.Options.CallsWaitingMax, environment.Clock.NowTicks, waiting);
        _instance = new(this, grainClass, environment);
        StreamObservers = new(this);
    }

    public GrainId GrainId { get; }

    public GrainReference GrainReference => (GrainReference)_environment.Services.GetRequiredService<GrainDispatcher>()
        .CreateReference(typeof(IAddressable), GrainId);

    public object? GrainInstance => _instance.Grain;

    public IServiceProvider ActivationServices => _instance.Services;

    public Task Deactivated => _deactivated.Task;

    public int ActivationsCount => 1;

    public StreamObservers StreamObservers { get; }

    public int CallsCount => _gate.CallsCount;

    public bool TryEnqueue(IGrainCall call)
    {
        var isTaken = _gate.TryAdd(call, _environment.Clock.NowTicks, out var actions);
        Do(actions);
        return isTaken;
    }

    /// <summary>Has the calls run that were waiting before this activation was made.</summary>
    public void Begin() => Do(_gate.Begin());

    void ITurn.Run()
    {
        // What a call does to the execution context must not reach the next call.
        var cleanContext = ExecutionContext.Capture()!;
        for (var count = 0; count < CallsInRowMax; count++)
        {
            switch (_gate.Next(out var call))
            {
                case GateStep.Rest:
                    return;
                case GateStep.Activate:
                    _ = ActivateAsync();
                    break;
                default:
                    Run(call!);
                    ExecutionContext.Restore(cleanContext);
                    break;
            }
        }

        _scheduler.Queue(this);
    }

    /// <summary>To be called on the scheduler, once for each started call, before its caller gets the answer.</summary>
    public void EndCall(IGrainCall call, Exception? exception)
    {
        // Its state is stale. The callers up the chain see the same exception object, and their states are not.
        if (exception is InconsistentStateException { IsSourceActivation: true } inconsistency)
        {
            inconsistency.IsSourceActivation = false;
            Deactivate(new(DeactivationReasonCode.ApplicationError, inconsistency, "The stored state was changed by somebody else."));
        }

        if (exception is not null && call.Method.IsOneWay)
        {
            LogOneWayFailed(_environment.Logger, exception, call.Method.Name);
        }

        _environment.Metrics.OnCallEnded(call.SentTimestamp);
        Do(_gate.End(call, _environment.Clock.NowTicks));
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) =>
        Do(_gate.Stop(deactivationReason));

    public void DelayDeactivation(TimeSpan timeSpan) => _gate.KeepUntil(
        timeSpan < TimeSpan.Zero ? 0
        : timeSpan == TimeSpan.MaxValue || timeSpan == Timeout.InfiniteTimeSpan ? long.MaxValue
        : _environment.Clock.NowTicks + timeSpan.Ticks);

    public void CollectIdle()
    {
        if (_class.CollectionAge is { } age)
        {
            Do(_gate.StopIfIdle(
                _environment.Clock.NowTicks,
                age,
                new(DeactivationReasonCode.ActivationIdle, "The activation was idle for longer than its class allows.")));
        }
    }

    public Task ShutDownAsync()
    {
        Deactivate(new(DeactivationReasonCode.ShuttingDown, "The runtime is stopping."));
        return Deactivated;
    }

    /// <summary>Answers the calls whose time is up. Returns whether there are calls left to watch.</summary>
    public bool ExpireCalls()
    {
        var expired = _gate.TakeExpired(_environment.Clock.NowTicks, out var isBusy);
        foreach (var call in expired)
        {
            if (call.Fail(new TimeoutException($"{call.Method.Name} of {GrainId} did not answer in time.")))
            {
                _environment.Metrics.OnCallTimedOut();
            }
        }

        return isBusy;
    }

    public void AddTimer(GrainTimer timer) => _instance.AddTimer(timer);

    public void RemoveTimer(GrainTimer timer) => _instance.RemoveTimer(timer);

    public void AddState(IActivationState state) => _instance.AddState(state);

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => GrainId.GetHashCode();

    private void Do(GateActions actions)
    {
        if (actions is GateActions.None)
        {
            return;
        }

        if (actions.HasFlag(GateActions.Watch))
        {
            _environment.DeadlineWatch.Add(this);
        }

        if (actions.HasFlag(GateActions.QueueTurn))
        {
            _scheduler.Queue(this);
        }

        if (actions.HasFlag(GateActions.QueueEnd))
        {
            _scheduler.Queue(new EndTurn(this));
        }
    }

    private void Run(IGrainCall call)
    {
        if (call.IsAnswered)
        {
            // Timed out or canceled before it began: the caller has gone, and nothing was done.
            EndCall(call, null);
            return;
        }

        call.Flow?.Apply();
        call.Start(_instance.Grain!, this);
    }

    private async Task ActivateAsync()
    {
        var started = _environment.TimeProvider.GetTimestamp();
        try
        {
            await _instance.ActivateAsync();
        }
        catch (Exception exception)
        {
            LogActivationFailed(_environment.Logger, exception, GrainId);
            _environment.Metrics.OnActivationFailed();
            await AbandonAsync(exception);
            return;
        }

        _environment.Metrics.OnActivated(started);
        Do(_gate.Open());
    }

    // Without a grain there is nothing to run the calls on. They get the reason, and the next call tries anew.
    private async Task AbandonAsync(Exception exception)
    {
        List<IGrainCall> failed = [];
        _gate.Close(waiting =>
        {
            failed = waiting;
            _owner.Retire(this, []);
        });
        failed.ForEach(call => call.Fail(exception));
        await _instance.ReleaseAsync();
        _deactivated.TrySetResult();
    }

    private async Task EndAsync()
    {
        var started = _environment.TimeProvider.GetTimestamp();
        await _instance.DeactivateAsync(_gate.EndReason);
        await _instance.ReleaseAsync();
        _environment.Metrics.OnDeactivated(_gate.EndReason.ReasonCode, started);

        Activation? successor = null;
        List<IGrainCall> refused = [];
        _gate.Close(waiting =>
        {
            waiting.RemoveAll(call => !call.MovesToNextActivation || call.IsAnswered);
            refused = waiting.FindAll(call => call.FruitlessMovesCount > FruitlessMovesMax);
            waiting.RemoveAll(refused.Contains);
            successor = _owner.Retire(this, waiting);
        });
        successor?.Begin();
        refused.ForEach(call => call.Fail(new OrleansMessageRejectionException($"Activations of {GrainId} end before they run a call.")));
        _deactivated.TrySetResult();
    }

    [LoggerMessage(LogLevel.Warning, "Activating grain {GrainId} failed; the calls that wait for it fail, too.")]
    private static partial void LogActivationFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(LogLevel.Error, "The one-way call {Method} failed; nobody waits for its answer.")]
    private static partial void LogOneWayFailed(ILogger logger, Exception exception, string method);

    private sealed class EndTurn(Activation activation) : ITurn
    {
        public void Run() => _ = activation.EndAsync();
    }
}
