using Microsoft.Extensions.Hosting;

namespace CmeOrleans.Storage;

/// <summary>Opens the store before anything that was registered after it starts.</summary>
internal sealed class StorageStarter(IStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.StartAsync(cancellationToken);

    // The container closes the store, after everybody who uses it.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
