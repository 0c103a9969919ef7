using System.Collections.Concurrent;
using System.Diagnostics;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Postgres;
using CmeOrleans.ThrowawayPostgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>A server that crashes, stops, or is set up to lose data. Each test has a server of its own.</summary>
public sealed class PostgresServerFaultTests : IAsyncLifetime
{
    private PostgresServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartForTestsAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>
    /// Invariant I1. Goal: every acknowledged row is in the journal exactly once, however often the server crashes. Method: writers
    /// repeat each append with the same key until they have an answer, while the server is stopped like in a crash.
    /// </summary>
    [Fact]
    public async Task Every_acknowledged_row_survives_crashes_exactly_once()
    {
        const int writersCount = 16;
        const int crashesCount = 3;
        await using var store = Create(await _server.CreateDatabaseAsync());
        await store.StartAsync(Cancellation);
        var acknowledged = new ConcurrentBag<(string LedgerId, long Seq, string Key)>();
        using var stopping = new CancellationTokenSource();
        var writers = Enumerable.Range(0, writersCount).Select(number => WriteAsync(store, $"crash-{number}", acknowledged, stopping.Token)).ToArray();

        for (var crash = 1; crash <= crashesCount; crash++)
        {
            await Eventually.HoldsAsync(() => Task.FromResult(acknowledged.Count >= crash * 300));
            await _server.StopAsync(PostgresStopMode.Immediate);
            await _server.StartAgainAsync();
        }

        var countAfterCrashes = acknowledged.Count;
        await Eventually.HoldsAsync(() => Task.FromResult(acknowledged.Count >= countAfterCrashes + 300));
        await stopping.CancelAsync();
        await Task.WhenAll(writers);

        foreach (var ledger in acknowledged.GroupBy(row => row.LedgerId))
        {
            var rows = new List<LedgerRow>();
            await foreach (var row in store.Journal.ReadAsync(ledger.Key, 0, Cancellation))
            {
                rows.Add(row);
            }

            // Nothing but what was acknowledged, and the last one if its writer was stopped before the answer.
            Assert.Equal(ledger.Select(row => row.Seq).Order(), rows.Select(row => row.Seq));
            Assert.Equal(ledger.OrderBy(row => row.Seq).Select(row => row.Key), rows.Select(row => row.CommandKey));
            for (var index = 1; index < rows.Count; index++)
            {
                Assert.Equal(rows[index - 1].Hash.ToArray(), rows[index].PreviousHash.ToArray());
            }
        }

        Assert.True((await store.TrialBalance.ReadAsync(Cancellation)).IsBalanced);
        var balance = Assert.Single(await store.CourseEntries.ReadBalanceAsync("course-1", Cancellation));
        Assert.Equal(acknowledged.Count * 100, balance.IssuedHundredths);
    }

    [Fact]
    public async Task A_stopped_server_is_reported_at_once_and_a_restarted_one_serves_again()
    {
        await using var store = Create(await _server.CreateDatabaseAsync());
        await store.StartAsync(Cancellation);
        await store.Journal.AppendAsync(TestRows.Earn("stopped"));
        await _server.StopAsync(PostgresStopMode.Fast);

        var watch = Stopwatch.StartNew();
        var calls = Enumerable.Range(0, 200).Select(number => number % 2 == 0
            ? (Task)store.Journal.AppendAsync(TestRows.Earn($"stopped-{number}"))
            : store.Journal.ReadHeadAsync("stopped", 1).AsTask()).ToArray();
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<StorageUnavailableException>(() => call);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
        Assert.False((await store.CheckAsync(Cancellation)).IsReachable);

        await _server.StartAgainAsync();
        await Eventually.HoldsAsync(async () => (await store.CheckAsync(Cancellation)).IsReachable);
        Assert.Equal(AppendStatus.Stored, (await store.Journal.AppendAsync(TestRows.Earn("restarted"))).Status);
        Assert.Equal(1, await store.Journal.ReadHeadAsync("stopped", 1));
    }

    [Fact]
    public async Task A_node_that_starts_before_its_server_opens_when_it_comes()
    {
        var connectionString = await _server.CreateDatabaseAsync();
        await _server.StopAsync(PostgresStopMode.Fast);
        await using var store = Create(connectionString);

        await store.StartAsync(Cancellation);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.Journal.AppendAsync(TestRows.Earn("early")));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.Entities.ReadAsync("early", "key"));
        var health = await store.CheckAsync(Cancellation);
        Assert.False(health.IsReachable);
        Assert.False(health.IsMigrated);

        await _server.StartAgainAsync();
        await Eventually.HoldsAsync(async () => await store.CheckAsync(Cancellation) is { IsReachable: true, IsMigrated: true });
        Assert.Equal(AppendStatus.Stored, (await store.Journal.AppendAsync(TestRows.Earn("early"))).Status);
    }

    /// <summary>Rule 9.</summary>
    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    [InlineData("synchronous_commit")]
    public async Task A_server_that_may_lose_acknowledged_rows_stops_the_start(string setting)
    {
        var connectionString = await _server.CreateDatabaseAsync();
        await PostgresServer.ExecuteAsync(connectionString, $"alter system set {setting} = off");
        await _server.StopAsync(PostgresStopMode.Fast);
        await _server.StartAgainAsync();
        await using var store = Create(connectionString);

        var exception = await Assert.ThrowsAsync<StorageStartException>(() => store.StartAsync(Cancellation));

        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The role belongs to the whole server: nodes of several databases create it at the same moment.</summary>
    [Fact]
    public async Task Nodes_of_several_databases_may_start_together_on_a_new_server()
    {
        List<string> databases = [];
        for (var number = 0; number < 6; number++)
        {
            databases.Add(await _server.CreateDatabaseAsync());
        }

        var stores = databases.ConvertAll(Create);
        await Task.WhenAll(stores.Select(store => store.StartAsync(Cancellation)));

        foreach (var store in stores)
        {
            Assert.Equal(AppendStatus.Stored, (await store.Journal.AppendAsync(TestRows.Earn("first"))).Status);
            await store.DisposeAsync();
        }
    }

    private static async Task WriteAsync(
        PostgresStore store, string ledgerId, ConcurrentBag<(string LedgerId, long Seq, string Key)> acknowledged, CancellationToken stopping)
    {
        LedgerRow? last = null;
        for (var seq = 1L; !stopping.IsCancellationRequested; seq++)
        {
            var append = TestRows.Earn(ledgerId, seq, after: last);
            await AppendUntilAnsweredAsync(store, append);
            acknowledged.Add((ledgerId, seq, append.Row.CommandKey));
            last = append.Row;
        }
    }

    private static async Task AppendUntilAnsweredAsync(PostgresStore store, LedgerAppend append)
    {
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                var outcome = await store.Journal.AppendAsync(append);
                Assert.True(outcome.Status is AppendStatus.Stored or AppendStatus.Repeated, $"{outcome.Status}");
                return true;
            }
            catch (StorageUnavailableException)
            {
                return false;
            }
        });
    }

    private static PostgresStore Create(string connectionString) => new(
        new() { Provider = StorageProvider.Postgres, ConnectionString = connectionString },
        TimeProvider.System,
        lifetime: null,
        NullLogger<PostgresStore>.Instance);
}
