using System.Diagnostics;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>
/// What callers learn when the way to PostgreSQL fails. Method: a proxy between the store and the server loses answers or
/// falls silent; locks make statements slow.
/// </summary>
public sealed class PostgresFaultTests(PostgresFixture fixture, PostgresServerFixture server) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(8); // Two seconds, on a machine that has other things to do. One after another it would be 45.

    private readonly CuttingProxy _proxy = new(server.Server.Port);
    private PostgresStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = CreateStore(static _ => { });
        await _store.StartAsync(Cancellation);
        await _store.Journal.AppendAsync(TestRows.Earn($"warm-up-{Guid.NewGuid()}"));
    }

    public async ValueTask DisposeAsync()
    {
        _proxy.Resume();
        await _store.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    /// <summary>Rules 4 and 6. The row was stored and the answer lost: the journal is asked, and the caller learns that it is stored.</summary>
    [Fact]
    public async Task A_row_whose_answer_was_lost_is_found_by_its_key_and_stored_once()
    {
        _proxy.LoseNextAnswer();

        var outcome = await _store.Journal.AppendAsync(TestRows.Earn("lost-answer", courseId: "lost-answer"));

        Assert.Equal(1, _proxy.AnswersLost);
        Assert.Equal(AppendStatus.Stored, outcome.Status);
        Assert.Single(await _store.Journal.ReadPageAsync("lost-answer", 0, 10, Cancellation));
        Assert.Single(await _store.CourseEntries.ReadPageAsync("lost-answer", default, 10, Cancellation));
    }

    [Fact]
    public async Task Among_rows_whose_answer_was_lost_each_learns_its_own_fate()
    {
        await fixture.Store.Journal.AppendAsync(TestRows.Earn("fate-taken", key: "another"));
        var repeated = TestRows.Earn("fate-repeated");
        await fixture.Store.Journal.AppendAsync(repeated);
        _proxy.LoseNextAnswer();

        var outcomes = await Task.WhenAll(
            _store.Journal.AppendAsync(TestRows.Earn("fate-stored")),
            _store.Journal.AppendAsync(TestRows.Earn("fate-taken")),
            _store.Journal.AppendAsync(TestRows.Earn("fate-repeated", 2, "key-1", hundredths: 7)),
            _store.Journal.AppendAsync(repeated.WithRow(row => row with { Seq = 2, Hash = new byte[32] })));

        Assert.Equal(
            [AppendStatus.Stored, AppendStatus.SeqTaken, AppendStatus.KeyReused, AppendStatus.Repeated], outcomes.Select(outcome => outcome.Status));
    }

    /// <summary>
    /// Rule 4. Goal: a timeout that was a success after all is answered from the row. Method: a lock holds the statement beyond the
    /// caller's deadline and then lets it go; meanwhile the next append of the ledger waits for that fate.
    /// </summary>
    [Fact]
    public async Task A_statement_that_outlives_its_caller_still_counts()
    {
        await using var locker = new NpgsqlConnection(fixture.ConnectionString);
        await locker.OpenAsync(Cancellation);
        await using var transaction = await locker.BeginTransactionAsync(Cancellation);
        await using (var command = new NpgsqlCommand("lock table journal in exclusive mode", locker, transaction))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var append = TestRows.Earn("outlived");
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _store.Journal.AppendAsync(append));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1.7), AnswerMax);
        var rival = _store.Journal.AppendAsync(TestRows.Earn("outlived", key: "rival"));

        await transaction.RollbackAsync(Cancellation);

        Assert.Equal(AppendStatus.SeqTaken, (await rival).Status);
        var repeat = await _store.Journal.AppendAsync(append);
        Assert.Equal(AppendStatus.Repeated, repeat.Status);
        Assert.Equal(append.Row.Hash.ToArray(), repeat.Existing!.Hash.ToArray());
    }

    /// <summary>Goal: nobody waits for a server that is not there, and everything works again by itself.</summary>
    [Fact]
    public async Task While_the_server_is_silent_every_call_fails_in_time_and_afterwards_all_work()
    {
        await _store.Journal.AppendAsync(TestRows.Earn("silence"));
        _proxy.FallSilent();

        var watch = Stopwatch.StartNew();
        var calls = new List<Task>();
        for (var number = 0; number < 100; number++)
        {
            calls.Add(_store.Journal.AppendAsync(TestRows.Earn($"silence-{number}")));
            calls.Add(_store.Journal.ReadHeadAsync("silence", 1).AsTask());
            calls.Add(_store.Journal.ReadPageAsync("silence", 0, 10, Cancellation));
            calls.Add(_store.Entities.ReadAsync("silence", "key"));
        }

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => call);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AnswerMax);
        watch.Restart();
        Assert.False((await _store.CheckAsync(Cancellation)).IsReachable);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AnswerMax);

        _proxy.Resume();
        await Eventually.HoldsAsync(async () => (await _store.CheckAsync(Cancellation)).IsReachable);
        Assert.Equal(1, await _store.Journal.ReadHeadAsync("silence", 1));
        await Eventually.HoldsAsync(() => Succeeds(_store.Journal.AppendAsync(TestRows.Earn("silence-0"))));
        Assert.Single(await _store.Journal.ReadPageAsync("silence-0", 0, 10, Cancellation));
    }

    [Fact]
    public async Task Two_hundred_callers_share_five_connections()
    {
        await using var store = CreateStore(options => { options.ConnectionsMax = 5; });
        await store.StartAsync(Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => store.Entities.ReadAsync("pool", $"key-{number}")));

        Assert.True((await store.CheckAsync(Cancellation)).IsReachable);
    }

    [Fact]
    public async Task Callers_who_find_every_connection_busy_are_told_in_time()
    {
        await using var store = CreateStore(options => { options.ConnectionsMax = 2; });
        await store.StartAsync(Cancellation);
        await using var locker = new NpgsqlConnection(fixture.ConnectionString);
        await locker.OpenAsync(Cancellation);
        await using var transaction = await locker.BeginTransactionAsync(Cancellation);
        await using (var command = new NpgsqlCommand("lock table document", locker, transaction))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var watch = Stopwatch.StartNew();
        var calls = Enumerable.Range(0, 50).Select(number => store.Documents.ReadAsync($"busy-{number}", Cancellation)).ToArray();
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => call);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AnswerMax);
        await transaction.RollbackAsync(Cancellation);
        await Eventually.HoldsAsync(() => Succeeds(store.Documents.ReadAsync("busy-1", Cancellation)));
    }

    /// <summary>A caller who gives up says nothing about the server.</summary>
    [Fact]
    public async Task A_caller_who_leaves_does_not_shut_others_out()
    {
        using var leaving = new CancellationTokenSource();
        _proxy.FallSilent();
        var call = _store.Journal.ReadPageAsync("leaving", 0, 1, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        _proxy.Resume();

        Assert.Empty(await _store.Journal.ReadPageAsync("leaving", 0, 1, Cancellation));
    }

    private static async Task<bool> Succeeds(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    private PostgresStore CreateStore(Action<StorageOptions> configure)
    {
        var builder = new NpgsqlConnectionStringBuilder(fixture.ConnectionString) { Port = _proxy.Port };
        var options = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = builder.ToString() };
        configure(options);
        return new(options, TimeProvider.System, lifetime: null, NullLogger<PostgresStore>.Instance);
    }
}
