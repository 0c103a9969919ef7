using CmeOrleans.Storage.Sqlite;
using CmeOrleans.Storage.Tests.Contracts;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Storage.Tests.Sqlite;

/// <summary>A database file in a folder of its own, removed at the end.</summary>
public sealed class SqliteFixture : StoreFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cme-storage-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "data", "cme.db");

    internal StorageOptions Options => new() { ConnectionString = $"Data Source={Path}" };

    internal override IStore CreateStore() => new SqliteStore(Options, TimeProvider.System, Loggers.CreateLogger<SqliteStore>());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
