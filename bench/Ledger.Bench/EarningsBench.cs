using System.Globalization;
using System.Text;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.Ledger.Bench;

/// <summary>Earnings in batches of 100 over REST beside pgbench, in turns on one PostgreSQL.</summary>
internal static class EarningsBench
{
    private const int LearnersCount = 10_000;
    private const int TopicsCount = 1000;
    private const int ItemsPerBatch = 100;
    private const int BatchesAtOnce = 8;
    private const int RoundsCount = 3;

    public static async Task RunAsync(string assembly)
    {
        await using var postgres = await PostgresServer.StartOnDiskAsync();
        await using var server = await ServerProcess.StartAsync(assembly, await postgres.CreateDatabaseAsync());
        await server.IssueKeyAsync();
        var world = new World(server);
        await world.PutCourseAsync("wide", TopicsCount, credits: "0.25");
        await world.PutLearnersAsync(0, LearnersCount);

        var next = 0L;
        var ratios = new List<double>();
        await RoundAsync(TimeSpan.FromSeconds(5));
        for (var round = 1; round <= RoundsCount; round++)
        {
            var before = await PgBench.RunAsync(postgres, "postgres", clients: 64, seconds: 5);
            var earnings = await RoundAsync(TimeSpan.FromSeconds(10));
            var after = await PgBench.RunAsync(postgres, "postgres", clients: 64, seconds: 5);
            var baseline = (before + after) / 2;
            ratios.Add(earnings.PerSecond / baseline);
            Console.WriteLine($"round {round}: pgbench {baseline,9:N0}/s   earnings {earnings}   ratio {earnings.PerSecond / baseline:0.00}");
        }

        Console.WriteLine($"median ratio {ratios.Order().ElementAt(RoundsCount / 2):0.00}   server memory {server.MemoryMegabytes:N0} MB");

        Task<LoadResult> RoundAsync(TimeSpan duration) => Load.RunAsync(server, BatchesAtOnce, duration, async (connection, _, _) =>
        {
            var first = Interlocked.Add(ref next, ItemsPerBatch) - ItemsPerBatch;
            var body = new StringBuilder("{\"items\":[");
            for (var item = first; item < first + ItemsPerBatch; item++)
            {
                body.Append(item == first ? "" : ",").Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"key":"e{{item}}","learnerId":"{{World.LearnerId((int)(item % LearnersCount))}}","courseId":"wide","topicId":"t{{item / LearnersCount % TopicsCount}}","completedAt":"{{World.CompletedAt}}"}""");
            }

            var (status, answer) = await connection.PostAsync("/v1/earnings/batch", key: null, body.Append("]}").ToString());
            var text = Encoding.UTF8.GetString(answer.Span);
            return status == 200 && !text.Contains("problem", StringComparison.Ordinal)
                ? ItemsPerBatch
                : throw new InvalidOperationException($"{status} {text}");
        });
    }
}
