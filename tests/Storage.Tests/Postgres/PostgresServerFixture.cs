using CmeOrleans.Storage.Tests.Postgres;
using CmeOrleans.ThrowawayPostgres;

[assembly: AssemblyFixture(typeof(PostgresServerFixture))]

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>The one server of the test run. Tests that stop a server have their own.</summary>
public sealed class PostgresServerFixture : IAsyncLifetime
{
    private PostgresServer? _server;

    public PostgresServer Server => _server ?? throw new InvalidOperationException("The server is not started.");

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartForTestsAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
