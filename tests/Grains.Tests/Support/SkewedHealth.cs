using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>The health of the real store, with a database whose clock is off by what a test says.</summary>
internal sealed class SkewedHealth(IStorageHealth inner) : IStorageHealth
{
    public TimeSpan ClockSkew { get; set; }

    public Task<StorageHealth> CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
}
