using System.Collections.Concurrent;
using System.Diagnostics;

namespace Orleans.Runtime;

/// <summary>All activations, by grain id.</summary>
internal sealed class Catalog : IActivationOwner
{
    // An entry that is gone has left the catalog when its lock is free, so a second look nearly always finds another.
    private const int LooksMax = 1_000;

    private readonly ConcurrentDictionary<GrainId, ICallTarget> _targets = new();
    private readonly Func<GrainId, ICallTarget> _createTarget;
    private readonly GrainClassMap _classes;
    private readonly ActivationEnvironment _environment;
    private volatile bool _isStopping;
    private volatile bool _isStopped;

    public Catalog(GrainClassMap classes, ActivationEnvironment environment)
    {
        _classes = classes;
        _environment = environment;
        _createTarget = CreateTarget;
        environment.Metrics.ObserveActivations(() => ActivationsCount);
    }

    public int ActivationsCount => _targets.Sum(entry => entry.Value.ActivationsCount);

    /// <exception cref="LimitExceededException">The queue of the activation is full.</exception>
    /// <exception cref="SiloUnavailableException">The runtime is stopping.</exception>
    public void Enqueue(GrainId grainId, IGrainCall call)
    {
        // While the runtime stops, grains may still call one another to finish what they began.
        if (_isStopped || (_isStopping && RuntimeContext.Current is null))
        {
            throw new SiloUnavailableException("The runtime is stopping.");
        }

        for (var look = 0; look < LooksMax; look++)
        {
            if (_targets.GetOrAdd(grainId, _createTarget).TryEnqueue(call))
            {
                return;
            }
        }

        throw new OrleansMessageRejectionException($"No activation of {grainId} took the call.");
    }

    public Activation? Retire(Activation activation, List<IGrainCall> waiting)
    {
        var grainId = activation.GrainId;
        var successor = waiting.Count == 0
            ? null
            : new Activation(grainId, _classes.FindByType(grainId.Type), this, _environment, waiting);
        var isReplaced = successor is null
            ? _targets.TryRemove(new(grainId, activation))
            : _targets.TryUpdate(grainId, successor, activation);
        return isReplaced ? successor : throw new UnreachableException($"The activation of {grainId} is not in the catalog.");
    }

    public void CollectIdle()
    {
        foreach (var (_, target) in _targets)
        {
            target.CollectIdle();
        }
    }

    /// <summary>Refuses new calls, lets those in flight finish and ends all activations, or gives up when canceled.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        try
        {
            // The last calls of grains may make new activations. Each of them is made by one that has ended since.
            while (ActivationsCount > 0)
            {
                await Task.WhenAll(_targets.Select(entry => entry.Value.ShutDownAsync())).WaitAsync(cancellationToken);
            }
        }
        finally
        {
            _isStopped = true;
        }
    }

    private ICallTarget CreateTarget(GrainId grainId)
    {
        var grainClass = _classes.FindByType(grainId.Type);
        return grainClass.WorkersMax is { } workersMax
            ? new WorkerPool(grainId, grainClass, workersMax, _environment)
            : new Activation(grainId, grainClass, this, _environment, []);
    }
}
