using System.Diagnostics;
using System.Globalization;
using System.Text;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.Ledger.Bench;

/// <summary>Claims on ledgers of 10, 1,000 and 10,000 rows, and the first touch of the longest after a restart.</summary>
internal static class LedgerSizesBench
{
    private const int LedgersPerSize = 8;
    private const int ClaimsPerSize = 2000;
    private const int RoundsCount = 3;
    private const int TopicsPerCourse = 1000;

    private const int RequestsBetween = 1000;

    private static readonly int[] Sizes = [10, 1_000, 10_000];

    public static async Task RunAsync(string assembly)
    {
        await using var postgres = await PostgresServer.StartOnDiskAsync();
        var database = await postgres.CreateDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("cme-bench-").FullName;
        var credits = new Dictionary<int, string[]>();
        var key = "";
        await using (var server = await ServerProcess.StartAsync(assembly, database, folder))
        {
            await server.IssueKeyAsync();
            key = server.Key;
            var world = new World(server);
            await FillAsync(world);
            for (var size = 0; size < Sizes.Length; size++)
            {
                credits[Sizes[size]] = await world.FirstCreditsAsync(size * LedgersPerSize, LedgersPerSize);
            }

            // In turns, so that a noisy minute falls on all sizes alike.
            for (var round = 0; round <= RoundsCount; round++)
            {
                var medians = new List<double>();
                for (var size = 0; size < Sizes.Length; size++)
                {
                    medians.Add(await ClaimAsync(server, size, credits[Sizes[size]], round));
                }

                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(round == 0 ? "warm-up" : $"round {round}")}: p50 {string.Join("   ", Sizes.Zip(medians, (rows, median) => $"{rows:N0} rows {median:0.00} ms"))}   ratio {medians[^1] / medians[0]:0.00}"));
            }
        }

        await using (var server = await ServerProcess.StartAsync(assembly, database, folder))
        {
            server.UseKey(key);
            await TouchAsync(server, learner: 0);
            var longest = Enumerable.Range((Sizes.Length - 1) * LedgersPerSize, LedgersPerSize).ToArray();
            var cold = await TouchAsync(server, longest[0]);
            for (var request = 0; request < RequestsBetween; request++)
            {
                await TouchAsync(server, learner: 0);
            }

            var touches = new List<double>();
            foreach (var learner in longest[1..])
            {
                touches.Add(await TouchAsync(server, learner));
            }

            touches.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"first touch of {Sizes[^1]:N0} rows: second request of the process {cold:0} ms; after {RequestsBetween:N0} requests {string.Join(", ", touches.Select(touch => touch.ToString("0", CultureInfo.InvariantCulture)))} ms, median {touches[touches.Count / 2]:0}"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<double> TouchAsync(ServerProcess server, int learner)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await server.Client.GetAsync(new Uri($"/v1/learners/{World.LearnerId(learner)}/balance", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task FillAsync(World world)
    {
        var coursesCount = Sizes[^1] / TopicsPerCourse;
        for (var course = 0; course < coursesCount; course++)
        {
            await world.PutCourseAsync(string.Create(CultureInfo.InvariantCulture, $"wide-{course}"), TopicsPerCourse, credits: "0.25");
        }

        await world.PutCourseAsync("large", topicsCount: 1, credits: "1000");
        await world.PutLearnersAsync(0, Sizes.Length * LedgersPerSize);
        for (var size = 0; size < Sizes.Length; size++)
        {
            var learners = Enumerable.Range(size * LedgersPerSize, LedgersPerSize).ToArray();
            await world.EarnAsync(learners.Select(learner => (learner, "large", 0)));
            await world.EarnAsync(Enumerable.Range(0, Sizes[size] - 1).SelectMany(row => learners.Select(learner =>
                (learner, string.Create(CultureInfo.InvariantCulture, $"wide-{row / TopicsPerCourse}"), row % TopicsPerCourse))));
        }
    }

    private static async Task<double> ClaimAsync(ServerProcess server, int size, string[] credits, int round)
    {
        using var connection = new LoadConnection(server);
        await connection.ConnectAsync();
        var latencies = new List<double>(ClaimsPerSize);
        var claims = Math.Min(ClaimsPerSize, Sizes[size] * LedgersPerSize);
        for (var n = 0; n < claims; n++)
        {
            var ledger = n % LedgersPerSize;
            var path = $"/v1/learners/{World.LearnerId((size * LedgersPerSize) + ledger)}/claims";
            var body = $$"""{"creditType":"AMA_PRA_1","lines":[{"creditId":"{{credits[ledger]}}","amount":0.25}]}""";
            var started = Stopwatch.GetTimestamp();
            var (status, answer) = await connection.PostAsync(path, string.Create(CultureInfo.InvariantCulture, $"s{size}-r{round}-{n}"), body);
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (status != 201)
            {
                throw new InvalidOperationException($"{status} {Encoding.UTF8.GetString(answer.Span)}");
            }
        }

        return latencies.Order().ElementAt(latencies.Count / 2);
    }
}
