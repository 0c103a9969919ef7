using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <summary>Answers calls that took too long. Looks at busy activations only, once per granule of the clock.</summary>
internal sealed class DeadlineWatch : IDisposable
{
    private readonly CallClock _clock;
    private readonly ConcurrentQueue<Activation> _watched = new();
    private readonly Lock _lock = new();
    private readonly ITimer _timer;

    public DeadlineWatch(CallClock clock, TimeProvider timeProvider)
    {
        _clock = clock;
        _timer = timeProvider.CreateTimer(static watch => ((DeadlineWatch)watch!).Look(), this, CallClock.Granularity, CallClock.Granularity);
    }

    /// <summary>Looks at <paramref name="activation"/> from now on, until it is found without calls.</summary>
    public void Add(Activation activation) => _watched.Enqueue(activation);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        // A look that takes longer than the period is not joined by a second one.
        if (!_lock.TryEnter())
        {
            return;
        }

        try
        {
            _clock.Update();
            for (var rest = _watched.Count; rest > 0 && _watched.TryDequeue(out var activation); rest--)
            {
                if (activation.ExpireCalls())
                {
                    _watched.Enqueue(activation);
                }
            }
        }
        finally
        {
            _lock.Exit();
        }
    }
}
