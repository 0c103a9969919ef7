namespace Orleans.Runtime;

/// <summary>Where activations are found by their callers.</summary>
internal interface IActivationOwner
{
    /// <summary>
    /// Forgets <paramref name="activation"/>, in one step with giving <paramref name="waiting"/> to its successor, so that
    /// no later call can pass them. Called under the lock of the activation; takes no other activation's lock.
    /// </summary>
    /// <returns>The successor, to be started outside of that lock, or <see langword="null"/> when none is needed.</returns>
    Activation? Retire(Activation activation, List<IGrainCall> waiting);
}
