using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using Npgsql;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>
/// What was answered before its commit is not stored yet. Method: a deferred trigger fails, kills or stalls the commit, behind answers
/// so long that the server has sent the first of them by then.
/// </summary>
public sealed class PostgresCommitTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private const int AppendsCount = 200;
    private const int Disturber = 100;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ILedgerJournal Journal => fixture.Store.Journal;

    public async ValueTask InitializeAsync()
    {
        await using var connection = new NpgsqlConnection(fixture.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            """
            create or replace function disturb_commit() returns trigger language plpgsql as $$
            begin
                if new.command_key = 'fails' then raise exception 'as asked'; end if;
                if new.command_key = 'dies' then perform pg_terminate_backend(pg_backend_pid()); end if;
                if new.command_key = 'stalls' then perform pg_sleep(4); end if;
                return null;
            end $$;
            drop trigger if exists journal_disturbs_commit on journal;
            create constraint trigger journal_disturbs_commit after insert on journal
                deferrable initially deferred for each row execute function disturb_commit();
            """,
            connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("fails")]
    [InlineData("dies")]
    public async Task Rows_whose_commit_failed_are_not_taken_for_stored(string key)
    {
        var (appends, outcomes) = await AppendAsync(key);

        Assert.IsType<StorageUnavailableException>(outcomes[Disturber].Exception);
        Assert.Empty(await ReadAsync(appends[Disturber]));
        foreach (var number in Enumerable.Range(0, AppendsCount).Where(number => number != Disturber))
        {
            Assert.Equal(AppendStatus.Stored, outcomes[number].Status);
            Assert.Single(await ReadAsync(appends[number]));
        }
    }

    [Fact]
    public async Task Rows_whose_commit_stalls_are_in_doubt_and_each_is_stored_once()
    {
        var (appends, outcomes) = await AppendAsync("stalls");

        Assert.IsType<StorageUnavailableException>(outcomes[Disturber].Exception);
        await Eventually.HoldsAsync(async () => (await ReadAsync(appends[Disturber])).Length == 1);
        foreach (var (append, outcome) in appends.Zip(outcomes))
        {
            var repeat = await Journal.AppendAsync(append);
            Assert.Equal(AppendStatus.Repeated, repeat.Status);
            Assert.True(outcome.Status == AppendStatus.Stored || outcome.Exception is StorageUnavailableException);
            Assert.Single(await ReadAsync(append));
        }
    }

    /// <summary>Appends many at once, one of which bears <paramref name="key"/>.</summary>
    private async Task<(LedgerAppend[] Appends, (AppendStatus? Status, Exception? Exception)[] Outcomes)> AppendAsync(string key)
    {
        var appends = Enumerable.Range(0, AppendsCount)
            .Select(number => TestRows.Earn($"{key}-{number}-{new string('x', 200)}", key: number == Disturber ? key : "key"))
            .ToArray();
        var outcomes = await Task.WhenAll(appends.Select(async append =>
        {
            AppendStatus? status = null;
            var exception = await Record.ExceptionAsync(async () => status = (await Journal.AppendAsync(append)).Status);
            return (status, exception);
        }));
        return (appends, outcomes);
    }

    private Task<ImmutableArray<LedgerRow>> ReadAsync(LedgerAppend append) => Journal.ReadPageAsync(append.Row.LedgerId, 0, 10, Cancellation);
}
