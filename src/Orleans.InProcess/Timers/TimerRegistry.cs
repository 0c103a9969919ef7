using Orleans.Timers;

namespace Orleans.Runtime;

/// <inheritdoc cref="ITimerRegistry"/>
internal sealed class TimerRegistry(ActivationEnvironment environment) : ITimerRegistry
{
    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        var activation = grainContext as Activation
            ?? throw new ArgumentException("The context does not belong to this runtime.", nameof(grainContext));
        var timer = new GrainTimer(activation, cancellationToken => callback(state, cancellationToken), options, environment);
        activation.AddTimer(timer);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }
}
