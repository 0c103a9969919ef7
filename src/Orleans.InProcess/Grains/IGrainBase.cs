using Orleans.Runtime;

namespace Orleans;

/// <summary>What every grain class implements; <see cref="Grain"/> does it for those that inherit.</summary>
public interface IGrainBase
{
    IGrainContext GrainContext { get; }

    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
