namespace CmeOrleans.Silo.Health;

/// <summary>What the node has decided about itself. Safe to use from any thread.</summary>
public sealed class NodeState
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isDraining;
    private string? _refusal;

    /// <summary>The store was found to be the right one. Until then nothing is served.</summary>
    public bool IsOpen => _open.Task.IsCompleted;

    /// <summary>The node is about to stop: it finishes what it has and wants no new work.</summary>
    public bool IsDraining => _isDraining;

    /// <summary>Why the node serves nobody, a sentence for operators; none while it serves.</summary>
    public string? Refusal => Volatile.Read(ref _refusal);

    /// <summary>Whether requests are answered at all.</summary>
    public bool IsServing => IsOpen && Refusal is null;

    public void Open() => _open.TrySetResult();

    public Task WaitUntilOpenAsync(CancellationToken cancellationToken) => _open.Task.WaitAsync(cancellationToken);

    public void BeginDraining() => _isDraining = true;

    /// <summary>Stops serving until the process is started anew. The first reason stays.</summary>
    public void Refuse(string reason) => Interlocked.CompareExchange(ref _refusal, reason, null);
}
