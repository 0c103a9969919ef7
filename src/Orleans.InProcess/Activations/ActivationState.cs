namespace Orleans.Runtime;

/// <summary>The life of an activation; it moves forward only.</summary>
internal enum ActivationState
{
    /// <summary>In the catalog, without a grain. The first call makes one.</summary>
    New,

    /// <summary>The grain is being created, reads its state and runs its OnActivateAsync. Calls wait.</summary>
    Activating,

    /// <summary>Calls run.</summary>
    Active,

    /// <summary>Its end was asked for: running calls complete, others wait for the next activation.</summary>
    Stopping,

    /// <summary>OnDeactivateAsync runs. Calls wait for the next activation.</summary>
    Deactivating,

    /// <summary>Takes no calls. Whoever finds it looks again.</summary>
    Gone,
}
