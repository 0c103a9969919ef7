using System.Globalization;
using System.Text.RegularExpressions;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.Storage.Bench;

/// <summary>The yardstick: pgbench with one 400-byte row per transaction into a table with one index.</summary>
internal static partial class Pgbench
{
    private const string CreateSql = "create table yardstick (id bigserial primary key, ledger_id bigint, body bytea)";

    private const string Script = """
        \set ledger random(1, 1000000)
        insert into yardstick (ledger_id, body) values (:ledger, decode(repeat('00', 400), 'hex'));
        """;

    public static async Task<LoadResult> RunAsync(PostgresServer server, string connectionString, int clientsCount, TimeSpan duration)
    {
        await PostgresServer.ExecuteAsync(connectionString, CreateSql);
        var serverBefore = server.ReadProcessorTime();
        var output = await server.RunPgbenchAsync(connectionString, Script, clientsCount, duration);
        var tps = TpsPattern().Match(output);
        var transactions = TransactionsPattern().Match(output);
        return tps.Success && transactions.Success
            ? new(
                double.Parse(tps.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
                TimeSpan.Zero,
                TimeSpan.Zero,
                TimeSpan.Zero,
                (server.ReadProcessorTime() - serverBefore) / long.Parse(transactions.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"pgbench printed no figure: {output}");
    }

    [GeneratedRegex(@"tps = ([0-9.]+) \(without initial connection time\)")]
    private static partial Regex TpsPattern();

    [GeneratedRegex("number of transactions actually processed: ([0-9]+)")]
    private static partial Regex TransactionsPattern();
}
