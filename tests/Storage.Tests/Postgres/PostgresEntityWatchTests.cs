using CmeOrleans.Storage.Postgres;
using CmeOrleans.ThrowawayPostgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>What a node learns of the states that others write.</summary>
public sealed class PostgresEntityWatchTests(PostgresServerFixture server) : IAsyncLifetime
{
    private string _connectionString = "";
    private PostgresStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await server.Server.CreateDatabaseAsync();
        _store = Create();
        await _store.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    /// <summary>What one node remembers of a state counts until any node has written it.</summary>
    [Fact]
    public async Task Write_of_another_node_is_heard_of_and_nothing_else_is()
    {
        await using var other = Create();
        await other.StartAsync(Cancellation);
        var readAt = await ReadAtWhenHeardAsync();

        await other.Entities.WriteAsync("course", "written", 0, [1], tag: null);

        await Eventually.HoldsAsync(() => Task.FromResult(!IsUnchanged("written", readAt) && IsUnchanged("quiet", readAt)));
    }

    /// <summary>While versions change, a node of the one before writes with statements that do not know of the watch.</summary>
    [Fact]
    public async Task Write_by_a_statement_of_an_earlier_version_is_heard_of()
    {
        await _store.Entities.WriteAsync("course", "old", 0, [1], tag: null);
        var readAt = await ReadAtWhenHeardAsync();

        await PostgresServer.ExecuteAsync(
            _connectionString, "update entity set version = 2, body = 'y', tag = null, changed_at = clock_timestamp() where key = 'old'");

        await Eventually.HoldsAsync(() => Task.FromResult(!IsUnchanged("old", readAt) && IsUnchanged("quiet", readAt)));
    }

    [Fact]
    public async Task More_writes_than_one_answer_holds_make_every_state_count_as_written()
    {
        var readAt = await ReadAtWhenHeardAsync();

        await PostgresServer.ExecuteAsync(_connectionString, $"""
            insert into entity (state_name, key, version, body, changed_at)
            select 'course', 'many-' || n, 1, 'x', clock_timestamp() from generate_series(0, {PostgresEntityWatch.StatesMax}) as n
            """);

        await Eventually.HoldsAsync(() => Task.FromResult(!IsUnchanged("quiet", readAt) && IsUnchanged("quiet", _store.EntityChanges.Now)));
    }

    private bool IsUnchanged(string key, long readAt) => _store.EntityChanges.IsUnchanged("course", key, readAt);

    /// <summary>A moment after the node began to hear of others.</summary>
    private async Task<long> ReadAtWhenHeardAsync()
    {
        await Eventually.HoldsAsync(() => Task.FromResult(IsUnchanged("quiet", _store.EntityChanges.Now)));
        return _store.EntityChanges.Now;
    }

    private PostgresStore Create() => new(
        new() { Provider = StorageProvider.Postgres, ConnectionString = _connectionString },
        TimeProvider.System,
        lifetime: null,
        NullLogger<PostgresStore>.Instance);
}
