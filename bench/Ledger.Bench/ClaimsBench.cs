using System.Globalization;
using System.Text;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.Ledger.Bench;

/// <summary>Durable claims over REST beside pgbench, in turns on one PostgreSQL: 64 connections, 10,000 learners, 0.25 credit a claim.</summary>
internal static class ClaimsBench
{
    private const int LearnersCount = 10_000;
    private const int ConnectionsCount = 64;
    private const int RoundsCount = 3;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(string assembly)
    {
        await using var postgres = await PostgresServer.StartOnDiskAsync();
        await using var server = await ServerProcess.StartAsync(assembly, await postgres.CreateDatabaseAsync());
        await server.IssueKeyAsync();
        var world = new World(server);
        await world.PutCourseAsync("large", topicsCount: 1, credits: "1000");
        await world.PutLearnersAsync(0, LearnersCount);
        await world.EarnAsync(Enumerable.Range(0, LearnersCount).Select(n => (n, "large", 0)));
        var credits = await world.FirstCreditsAsync(0, LearnersCount);

        await RoundAsync(server, credits, "warm-up", TimeSpan.FromSeconds(20));
        var ratios = new List<double>();
        for (var round = 1; round <= RoundsCount; round++)
        {
            var before = await PgBench.RunAsync(postgres, "postgres", ConnectionsCount, seconds: 5);
            var (serverBefore, loadBefore) = (server.ProcessorTime, Environment.CpuUsage.TotalTime);
            var claims = await RoundAsync(server, credits, string.Create(CultureInfo.InvariantCulture, $"r{round}"), Duration);
            var (serverTime, loadTime) = (server.ProcessorTime - serverBefore, Environment.CpuUsage.TotalTime - loadBefore);
            var after = await PgBench.RunAsync(postgres, "postgres", ConnectionsCount, seconds: 5);
            var baseline = (before + after) / 2;
            ratios.Add(claims.PerSecond / baseline);
            Console.WriteLine($"round {round}: pgbench {baseline,9:N0}/s   claims {claims}   ratio {claims.PerSecond / baseline:0.00}   server {serverTime.TotalMicroseconds / claims.Requests:N0} µs, load {loadTime.TotalMicroseconds / claims.Requests:N0} µs of processor each");
        }

        Console.WriteLine($"median ratio {ratios.Order().ElementAt(RoundsCount / 2):0.00}   server memory {server.MemoryMegabytes:N0} MB");
    }

    private static Task<LoadResult> RoundAsync(ServerProcess server, string[] credits, string round, TimeSpan duration) =>
        Load.RunAsync(server, ConnectionsCount, duration, async (connection, index, n) =>
        {
            // Each connection walks learners of its own, so that no ledger waits for another connection.
            var learner = (int)((index + (n * ConnectionsCount)) % LearnersCount);
            var body = $$"""{"creditType":"AMA_PRA_1","lines":[{"creditId":"{{credits[learner]}}","amount":0.25}]}""";
            var key = string.Create(CultureInfo.InvariantCulture, $"{round}-{index}-{n}");
            var (status, answer) = await connection.PostAsync($"/v1/learners/{World.LearnerId(learner)}/claims", key, body);
            return status == 201 ? 1 : throw new InvalidOperationException($"{status} {Encoding.UTF8.GetString(answer.Span)}");
        });
}
