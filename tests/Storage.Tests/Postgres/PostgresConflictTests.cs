using System.Globalization;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>Rows whose place another node took. The first statement does not look out for them, so they must cost no others a place.</summary>
public sealed class PostgresConflictTests(PostgresServerFixture server) : IAsyncLifetime
{
    private const int LedgersCount = 40;
    private const int RoundsCount = 5;

    private static readonly int[] Taken = [3, 17, 31];

    private string _connectionString = "";
    private PostgresStore _store = null!;
    private PostgresStore _other = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await server.Server.CreateDatabaseAsync();
        (_store, _other) = (Create(), Create());
        await _store.StartAsync(Cancellation);
        await _other.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Rows_that_are_in_the_way_of_others_cost_nobody_else_a_place()
    {
        for (var round = 0; round < RoundsCount; round++)
        {
            foreach (var taken in Taken)
            {
                Assert.Equal(AppendStatus.Stored, (await _other.Journal.AppendAsync(TestRows.Earn(LedgerId(round, taken), key: "faster"))).Status);
            }

            // All at once, so that they go into few statements.
            var outcomes = await Task.WhenAll(Enumerable.Range(0, LedgersCount).Select(
                ledger => _store.Journal.AppendAsync(TestRows.Earn(LedgerId(round, ledger), key: "slower"))));

            Assert.Equal(Taken, Enumerable.Range(0, LedgersCount).Where(ledger => outcomes[ledger].Status is AppendStatus.SeqTaken));
            Assert.Equal(LedgersCount - Taken.Length, outcomes.Count(outcome => outcome.Status is AppendStatus.Stored));
        }

        var ledgers = (LedgersCount * RoundsCount).ToString(CultureInfo.InvariantCulture);
        Assert.Equal(ledgers, await ReadAsync("select count(*)::text from journal"));
        Assert.Equal(ledgers, await ReadAsync("select count(distinct ledger_id)::text from course_entry"));
    }

    [Fact]
    public async Task One_connection_takes_rows_with_reports_and_without_and_passes_both_over()
    {
        await using var single = Create(statementsMax: 1);
        await single.StartAsync(Cancellation);
        await _other.Journal.AppendAsync(TestRows.Earn("c", key: "faster"));
        await _other.Journal.AppendAsync(TestRows.Earn("d", key: "faster"));

        LedgerAppend[] appends =
        [
            TestRows.Earn("a"),
            TestRows.WithReportLines(TestRows.Earn("b"), 2),
            TestRows.WithReportLines(TestRows.Earn("c", key: "slower"), 1),
            TestRows.Earn("d", key: "slower"),
            TestRows.Earn("e"),
            TestRows.WithReportLines(TestRows.Earn("f"), 1),
        ];
        List<AppendStatus> statuses = [];
        foreach (var append in appends)
        {
            statuses.Add((await single.Journal.AppendAsync(append)).Status);
        }

        Assert.Equal(
            [AppendStatus.Stored, AppendStatus.Stored, AppendStatus.SeqTaken, AppendStatus.SeqTaken, AppendStatus.Stored, AppendStatus.Stored], statuses);
        Assert.Equal("b b f", await ReadAsync("select string_agg(ledger_id, ' ' order by ledger_id) from report_line"));
        Assert.Equal("a b c d e f", await ReadAsync("select string_agg(ledger_id, ' ' order by ledger_id) from journal"));
    }

    private static string LedgerId(int round, int ledger) => $"ledger-{round}-{ledger}";

    private PostgresStore Create(int statementsMax = 2) => new(
        new() { Provider = StorageProvider.Postgres, ConnectionString = _connectionString, StatementsInFlightMax = statementsMax },
        TimeProvider.System,
        lifetime: null,
        NullLogger<PostgresStore>.Instance);

    private async Task<string> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(Cancellation);
        return Assert.Single(await PostgresStatement.ReadAsync(PostgresStatement.Create(connection, sql), static reader => reader.GetString(0), Cancellation));
    }
}
