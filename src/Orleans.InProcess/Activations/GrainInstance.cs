using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>The grain of one activation and what is made for it and ends with it: services, states and timers.</summary>
internal sealed partial class GrainInstance(Activation activation, GrainClass grainClass, ActivationEnvironment environment)
{
    private readonly List<IActivationState> _states = [];
    private readonly HashSet<GrainTimer> _timers = [];
    private readonly Lock _timersLock = new();
    private AsyncServiceScope? _scope;
    private bool _hasEnded;

    public IGrainBase? Grain { get; private set; }

    public IServiceProvider Services => _scope?.ServiceProvider ?? environment.Services;

    /// <exception cref="TimeoutException">It took longer than the activation timeout.</exception>
    public async Task ActivateAsync()
    {
        _scope = environment.Services.CreateAsyncScope();
        Grain = grainClass.Create(activation);
        using var timeout = new CancellationTokenSource(environment.Options.ActivationTimeout, environment.TimeProvider);
        try
        {
            foreach (var state in _states)
            {
                await state.ReadStateAsync(timeout.Token).WaitAsync(timeout.Token);
            }

            await Grain.OnActivateAsync(timeout.Token).WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested)
        {
            throw new TimeoutException($"Activating {activation.GrainId} took too long.", exception);
        }
    }

    public async Task DeactivateAsync(DeactivationReason reason)
    {
        StopTimers();
        using var timeout = new CancellationTokenSource(environment.Options.DeactivationTimeout, environment.TimeProvider);
        try
        {
            await Grain!.OnDeactivateAsync(reason, timeout.Token).WaitAsync(timeout.Token);
        }
        catch (Exception exception)
        {
            // The activation ends either way; keeping it would only keep the next one from starting.
            LogDeactivationFailed(environment.Logger, exception, activation.GrainId);
        }
    }

    /// <summary>Disposes of the grain, its services and its timers.</summary>
    public async Task ReleaseAsync()
    {
        StopTimers();
        try
        {
            if (Grain is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync();
            }
            else
            {
                (Grain as IDisposable)?.Dispose();
            }

            if (_scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            // As above: a grain that cannot clean up after itself must not stop the next one.
            LogDisposalFailed(environment.Logger, exception, activation.GrainId);
        }
    }

    public void AddState(IActivationState state) => _states.Add(state);

    public void AddTimer(GrainTimer timer)
    {
        lock (_timersLock)
        {
            ObjectDisposedException.ThrowIf(_hasEnded, activation);
            _timers.Add(timer);
        }
    }

    public void RemoveTimer(GrainTimer timer)
    {
        lock (_timersLock)
        {
            _timers.Remove(timer);
        }
    }

    private void StopTimers()
    {
        List<GrainTimer> timers;
        lock (_timersLock)
        {
            _hasEnded = true;
            timers = [.. _timers];
            _timers.Clear();
        }

        timers.ForEach(timer => timer.Dispose());
    }

    [LoggerMessage(LogLevel.Warning, "OnDeactivateAsync of grain {GrainId} failed; the activation ends nevertheless.")]
    private static partial void LogDeactivationFailed(ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(LogLevel.Warning, "Disposing of grain {GrainId} failed; the activation ends nevertheless.")]
    private static partial void LogDisposalFailed(ILogger logger, Exception exception, GrainId grainId);
}
