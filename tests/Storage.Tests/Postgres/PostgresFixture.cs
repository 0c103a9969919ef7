using CmeOrleans.Storage.Postgres;
using CmeOrleans.Storage.Tests.Contracts;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>A database of its own on the shared server.</summary>
public sealed class PostgresFixture(PostgresServerFixture server) : StoreFixture
{
    /// <summary>As the superuser; the store itself works under its role.</summary>
    public string ConnectionString { get; private set; } = "";

    internal StorageOptions Options => new() { Provider = StorageProvider.Postgres, ConnectionString = ConnectionString };

    internal override IStore CreateStore() =>
        new PostgresStore(Options, TimeProvider.System, lifetime: null, Loggers.CreateLogger<PostgresStore>());

    public override async ValueTask InitializeAsync()
    {
        ConnectionString = await server.Server.CreateDatabaseAsync();
        await base.InitializeAsync();
    }
}
