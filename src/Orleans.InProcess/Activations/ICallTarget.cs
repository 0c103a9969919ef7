namespace Orleans.Runtime;

/// <summary>An entry of the catalog: an activation, or the workers of a stateless grain.</summary>
internal interface ICallTarget
{
    /// <summary>Takes a call; <see langword="false"/> when the target is gone and the caller must look again.</summary>
    /// <exception cref="LimitExceededException">The queue is full.</exception>
    bool TryEnqueue(IGrainCall call);

    /// <summary>Ends activations that have been idle for longer than their class allows.</summary>
    void CollectIdle();

    /// <summary>Ends the activations, after the calls that wait for them, and completes when they are gone.</summary>
    Task ShutDownAsync();

    int ActivationsCount { get; }
}
