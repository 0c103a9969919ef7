using System.Diagnostics;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using CmeOrleans.Storage.Postgres;
using CmeOrleans.ThrowawayPostgres;
using Npgsql;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>
/// What was answered before its commit is not stored yet. Method: a deferred trigger fails, kills or holds up the commit. The answer
/// of one batch is longer than what the server keeps back until then, which is 8 kB.
/// </summary>
public sealed class PostgresCommitTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const int RowsCount = 200;
    private const int AdvisoryLock = 7;

    private NpgsqlConnection _connection = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connection = await OpenAsync();
        await PostgresServer.ExecuteAsync(
            fixture.ConnectionString,
            $$"""
            create or replace function disturb_commit() returns trigger language plpgsql security definer as $body$
            begin
                case new.command_key
                    when 'fails' then raise exception 'as asked';
                    when 'dies' then perform pg_terminate_backend(pg_backend_pid());
                    when 'waits' then perform pg_advisory_xact_lock({{AdvisoryLock}});
                    else null;
                end case;
                return null;
            end $body$;
            drop trigger if exists journal_disturbs_commit on journal;
            create constraint trigger journal_disturbs_commit after insert on journal
                deferrable initially deferred for each row execute function disturb_commit();
            """);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [Theory]
    [InlineData("fails", PostgresErrorCodes.RaiseException)]
    [InlineData("dies", PostgresErrorCodes.AdminShutdown)]
    public async Task Batch_whose_commit_fails_is_not_taken_for_stored(string key, string sqlState)
    {
        var batch = Batch(key);
        await using var connection = await OpenAsync();
        await using var command = new PostgresAppendCommand(connection);

        var exception = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteAsync(batch, []));

        Assert.Equal(sqlState, exception.SqlState);
        Assert.Empty(await fixture.Store.Journal.ReadPageAsync(batch[0].Row.LedgerId, 0, 10, Cancellation));
    }

    /// <summary>A reader that is closed keeps silent about a time that is up.</summary>
    [Fact]
    public async Task Batch_whose_commit_takes_too_long_is_not_taken_for_stored()
    {
        await using var connection = await OpenAsync(";Command Timeout=1");
        await using var command = new PostgresAppendCommand(connection);
        await HoldUpAsync();

        var exception = await Record.ExceptionAsync(() => command.ExecuteAsync(Batch("waits", "too-long"), []));
        await LetGoAsync();

        Assert.IsType<TimeoutException>(Assert.IsType<NpgsqlException>(exception).InnerException);
    }

    [Fact]
    public async Task Batch_is_taken_for_stored_once_its_commit_is_through()
    {
        var batch = Batch("waits");
        var stored = new List<DateTimeOffset?>();
        await using var connection = await OpenAsync();
        await using var command = new PostgresAppendCommand(connection);
        await HoldUpAsync();

        var execution = Task.Run(() => command.ExecuteAsync(batch, stored), Cancellation);
        await UntilSomebodyWaitsAsync();
        Assert.False(execution.IsCompleted);
        await LetGoAsync();
        await execution;

        Assert.Equal(RowsCount, stored.Count);
        Assert.DoesNotContain(null, stored);
    }

    [Fact]
    public async Task Caller_whose_commit_is_held_up_is_told_in_time_and_finds_the_row_later()
    {
        var append = TestRows.Earn("held-up", key: "waits");
        await HoldUpAsync();

        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => fixture.Store.Journal.AppendAsync(append));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        await LetGoAsync();

        await Eventually.HoldsAsync(async () => (await fixture.Store.Journal.ReadPageAsync("held-up", 0, 10, Cancellation)).Length == 1);
        Assert.Equal(AppendStatus.Repeated, (await fixture.Store.Journal.AppendAsync(append)).Status);
        Assert.Single(await fixture.Store.Journal.ReadPageAsync("held-up", 0, 10, Cancellation));
    }

    private static PendingAppend[] Batch(string key, string test = "commit") =>
    [
        .. Enumerable.Range(0, RowsCount).Select(number => new PendingAppend(
            TestRows.Earn($"{test}-{key}-{number:000}-{new string('x', 200)}", key: number == RowsCount - 1 ? key : "key"), deadlineTimestamp: 0)),
    ];

    private async Task<NpgsqlConnection> OpenAsync(string settings = "")
    {
        var connection = new NpgsqlConnection(fixture.ConnectionString + settings);
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    private Task HoldUpAsync() => RunAsync($"select pg_advisory_lock({AdvisoryLock})");

    private Task LetGoAsync() => RunAsync($"select pg_advisory_unlock({AdvisoryLock})");

    // The lock belongs to the session.
    private async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task UntilSomebodyWaitsAsync() => await Eventually.HoldsAsync(async () =>
    {
        await using var command = new NpgsqlCommand(
            """
            select exists (
                select from pg_locks join pg_database on pg_database.oid = pg_locks.database
                where locktype = 'advisory' and not granted and datname = current_database())
            """,
            _connection);
        return (bool)(await command.ExecuteScalarAsync(Cancellation))!;
    });
}
