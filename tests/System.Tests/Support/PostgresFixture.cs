using CmeOrleans.System.Tests.Support;
using CmeOrleans.ThrowawayPostgres;

// Each test has processes of its own and measures time; side by side they would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace CmeOrleans.System.Tests.Support;

/// <summary>One server for all tests, started by the first that needs it; each test has a database of its own.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private Task<PostgresServer>? _server;

    public Task<PostgresServer> ServerAsync() => _server ??= PostgresServer.StartForTestsAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await (await _server).DisposeAsync();
        }
    }
}
