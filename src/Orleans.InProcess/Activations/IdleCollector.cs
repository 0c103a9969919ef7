using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>Ends idle activations, by looking at all of them once per collection period.</summary>
internal sealed class IdleCollector : IDisposable
{
    private readonly ITimer _timer;

    public IdleCollector(
        Catalog catalog, CallClock clock, RuntimeMetrics metrics, TimeProvider timeProvider, IOptions<InProcessActorOptions> options)
    {
        var period = options.Value.CollectionQuantum;
        _timer = timeProvider.CreateTimer(_ => Collect(), null, period, period);

        void Collect()
        {
            clock.Update();
            metrics.OnCollection();
            catalog.CollectIdle();
        }
    }

    public void Dispose() => _timer.Dispose();
}
