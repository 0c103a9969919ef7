// Rows per second of the journal, beside pgbench on the same server in the same run: on a busy machine only ratios mean anything.
// dotnet run -c Release --project bench/Storage.Bench [seconds]
using System.Globalization;
using CmeOrleans.Storage;
using CmeOrleans.Storage.Bench;
using CmeOrleans.Storage.Postgres;
using CmeOrleans.Storage.Sqlite;
using CmeOrleans.ThrowawayPostgres;
using Microsoft.Extensions.Logging.Abstractions;

var duration = TimeSpan.FromSeconds(args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5);
int[] ledgerCounts = [64, 256];
int[] statementCounts = [1, 2, 4];

await using var server = await PostgresServer.StartOnDiskAsync();
foreach (var ledgersCount in ledgerCounts)
{
    var yardstick = await Pgbench.RunAsync(server, await server.CreateDatabaseAsync(), ledgersCount == 64 ? 64 : 128, duration);
    Print($"pgbench, {ledgersCount} clients (128 at most)", yardstick, yardstick);
    foreach (var statementsCount in statementCounts)
    {
        var options = new StorageOptions
        {
            Provider = StorageProvider.Postgres,
            ConnectionString = await server.CreateDatabaseAsync(),
            StatementsInFlightMax = statementsCount,
        };
        await using var store = new PostgresStore(options, TimeProvider.System, lifetime: null, NullLogger<PostgresStore>.Instance);
        await MeasureAsync(store, $"PostgreSQL, {ledgersCount} ledgers, {statementsCount} in flight", ledgersCount, yardstick);
    }

    var folder = Directory.CreateTempSubdirectory("cme-bench-");
    await using (var store = new SqliteStore(
        new() { ConnectionString = $"Data Source={folder.FullName}/cme.db" }, TimeProvider.System, NullLogger<SqliteStore>.Instance))
    {
        await MeasureAsync(store, $"SQLite, {ledgersCount} ledgers", ledgersCount, yardstick);
    }

    folder.Delete(recursive: true);
}

async Task MeasureAsync(IStore store, string title, int ledgersCount, LoadResult yardstick)
{
    await store.StartAsync(CancellationToken.None);
    await JournalLoad.RunAsync(store.Journal, ledgersCount, TimeSpan.FromSeconds(1), "warm", server);
    Print(title, await JournalLoad.RunAsync(store.Journal, ledgersCount, duration, "load", server), yardstick);
}

static void Print(string title, LoadResult result, LoadResult yardstick) => Console.WriteLine(
    string.Create(CultureInfo.InvariantCulture, $"{title,-44} {result}   {result.RowsPerSecond / yardstick.RowsPerSecond:N2} × pgbench"));
