using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>A database of its own for one test class, and stores that open it.</summary>
public abstract class StoreFixture : IAsyncLifetime
{
    private IStore? _store;

    internal IStore Store => _store ?? throw new InvalidOperationException("The fixture is not initialised.");

    protected static ILoggerFactory Loggers => NullLoggerFactory.Instance;

    /// <summary>A store on the same database, not started.</summary>
    internal abstract IStore CreateStore();

    public virtual async ValueTask InitializeAsync()
    {
        _store = CreateStore();
        await _store.StartAsync(TestContext.Current.CancellationToken);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }
}
