namespace Orleans.Runtime;

/// <summary>The activations that serve one id of a stateless worker side by side.</summary>
/// <remarks>A call goes to an idle worker, or to a new one, or, when there are enough, to the one with the least to do.</remarks>
internal sealed class WorkerPool(GrainId grainId, GrainClass grainClass, int workersMax, ActivationEnvironment environment)
    : ICallTarget, IActivationOwner
{
    private readonly Lock _lock = new();
    private readonly List<Worker> _workers = [];

    public int ActivationsCount
    {
        get
        {
            lock (_lock)
            {
                return _workers.Count;
            }
        }
    }

    public bool TryEnqueue(IGrainCall call)
    {
        var worker = Choose();
        try
        {
            return worker.Activation.TryEnqueue(call);
        }
        finally
        {
            lock (_lock)
            {
                worker.ChosenCount--;
            }
        }
    }

    public Activation? Retire(Activation activation, List<IGrainCall> waiting)
    {
        lock (_lock)
        {
            _workers.RemoveAll(worker => worker.Activation == activation);
            return waiting.Count == 0 ? null : AddWorker(waiting).Activation;
        }
    }

    public void CollectIdle()
    {
        foreach (var activation in CopyActivations())
        {
            activation.CollectIdle();
        }
    }

    public Task ShutDownAsync() => Task.WhenAll(CopyActivations().ConvertAll(activation => activation.ShutDownAsync()));

    // A worker counts as busier from the choice on, so that two calls at once do not both find it idle.
    private Worker Choose()
    {
        lock (_lock)
        {
            var worker = _workers.MinBy(candidate => candidate.Load);
            if (worker is null || (worker.Load > 0 && _workers.Count < workersMax))
            {
                worker = AddWorker([]);
            }

            worker.ChosenCount++;
            return worker;
        }
    }

    private Worker AddWorker(List<IGrainCall> waiting)
    {
        var worker = new Worker(new Activation(grainId, grainClass, this, environment, waiting));
        _workers.Add(worker);
        return worker;
    }

    private List<Activation> CopyActivations()
    {
        lock (_lock)
        {
            return _workers.ConvertAll(worker => worker.Activation);
        }
    }

    private sealed class Worker(Activation activation)
    {
        public Activation Activation { get; } = activation;

        public int ChosenCount { get; set; }

        public int Load => Activation.CallsCount + ChosenCount;
    }
}
