namespace Orleans.Runtime;

/// <summary>What the runtime knows about one activation of a grain.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    GrainReference GrainReference { get; }

    GrainId GrainId { get; }

    /// <summary>The grain, or <see langword="null"/> before it was created.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation, disposed of with it.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation has ended.</summary>
    Task Deactivated { get; }

    /// <summary>Asks for the end of the activation. Running calls complete; waiting ones go to the next activation.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
