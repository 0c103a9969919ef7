using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CmeOrleans.ThrowawayPostgres;
using Npgsql;

namespace CmeOrleans.Ledger.Bench;

/// <summary>What the same PostgreSQL does for anybody: pgbench, one row of 400 bytes per transaction.</summary>
internal static partial class PgBench
{
    private const string Script = "insert into bench_row (body) values (repeat('x', 400));";

    /// <returns>Transactions per second.</returns>
    public static async Task<double> RunAsync(PostgresServer server, string database, int clients, int seconds)
    {
        var connectionString = server.ConnectionString(database);
        await PostgresServer.ExecuteAsync(
            connectionString, "create table if not exists bench_row (id bigint generated always as identity primary key, body text not null)");
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script);
        var start = new ProcessStartInfo(
            Program(),
            [
                "-n", "-M", "prepared", "-f", script,
                "-c", clients.ToString(CultureInfo.InvariantCulture), "-j", "2", "-T", seconds.ToString(CultureInfo.InvariantCulture),
                "-h", "127.0.0.1", "-p", server.Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres",
                new NpgsqlConnectionStringBuilder(connectionString).Database!,
            ]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pgbench does not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(script);
        var match = Tps().Match(output);
        return match.Success
            ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench said: {output}{await errors}");
    }

    private static string Program() =>
        Directory.EnumerateFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal).First();

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();
}
