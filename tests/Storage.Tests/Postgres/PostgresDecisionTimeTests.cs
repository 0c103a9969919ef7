using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>The database's clock counts, not that of the node that decided.</summary>
public sealed class PostgresDecisionTimeTests(PostgresServerFixture server) : IAsyncLifetime
{
    private PostgresStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // A disk that stalls must not look like a clock that is wrong.
        var options = new StorageOptions
        {
            Provider = StorageProvider.Postgres,
            ConnectionString = await server.Server.CreateDatabaseAsync(),
            AppendDeadlineMilliseconds = 8_000,
            CallDeadlineMilliseconds = 8_000,
        };
        _store = new(options, TimeProvider.System, lifetime: null, NullLogger<PostgresStore>.Instance);
        await _store.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(4)]
    [InlineData(60 * 60 * 24 * 365)]
    [InlineData(-60 * 3)]
    [InlineData(-60 * 60 * 24 * 365)]
    public async Task Row_that_was_decided_at_another_time_than_it_is_is_not_stored(int secondsOff)
    {
        var append = TestRows.Earn("off");

        await Assert.ThrowsAsync<StorageUnavailableException>(
            () => _store.Journal.AppendAsync(append with { DecidedAt = append.DecidedAt.AddSeconds(secondsOff) }));

        Assert.Equal(0, await _store.Journal.ReadHeadAsync("off", 0));
    }

    [Fact]
    public async Task Rows_of_a_right_clock_are_stored_beside_one_of_a_wrong_clock()
    {
        var appends = Enumerable.Range(0, 60).Select(n => TestRows.Earn($"beside-{n}")).ToArray();
        appends[30] = appends[30] with { DecidedAt = appends[30].DecidedAt.AddYears(5) };

        var tasks = appends.Select(_store.Journal.AppendAsync).ToArray();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Task.WhenAll(tasks));

        Assert.Equal([30], Enumerable.Range(0, tasks.Length).Where(n => tasks[n].IsFaulted));
        Assert.All(tasks.Where(task => !task.IsFaulted), task => Assert.Equal(AppendStatus.Stored, task.Result.Status));
    }
}
