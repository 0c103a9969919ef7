using System.Diagnostics;
using System.Net;
using CmeOrleans.System.Tests.Support;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.System.Tests;

/// <summary>What clients may rely on when nodes and databases fail.</summary>
public sealed class FaultTests(PostgresFixture postgres)
{
    // The promise is two seconds; the rest is for a machine that does other things as well.
    private static readonly TimeSpan AnswerTimeMax = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Goal: a power failure loses nothing that was acknowledged and doubles nothing. Method: the process is killed while
    /// twelve clients claim; after the restart every claim is repeated with its key.
    /// </summary>
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task What_was_acknowledged_survives_a_kill_exactly_once(string provider)
    {
        using var installation = await Installation.OnAsync(provider, postgres);
        ClaimLoad load;
        await using (var node = await NodeProcess.StartAsync(installation))
        {
            load = await ClaimLoad.PrepareAsync(node.Client);
            var running = load.RunAsync(node.Client);
            await Task.WhenAny(load.WellUnderWay, running);
            node.Kill();
            await running;
        }

        Assert.InRange(load.AcknowledgedCount, 1, int.MaxValue);
        await using var restarted = await NodeProcess.StartAsync(installation);
        await load.AssertExactlyOnceAsync(restarted.Client);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_stop_under_load_loses_nothing_and_ends_well(string provider)
    {
        using var installation = await Installation.OnAsync(provider, postgres);
        ClaimLoad load;
        await using (var node = await NodeProcess.StartAsync(installation))
        {
            load = await ClaimLoad.PrepareAsync(node.Client);
            var running = load.RunAsync(node.Client);
            await Task.WhenAny(load.WellUnderWay, running);
            node.Terminate();
            using var ready = await node.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            await running;
            Assert.True(await node.ExitCodeAsync() == 0, node.Output);
            Assert.DoesNotContain(" crit: ", node.Output, StringComparison.Ordinal);
        }

        await using var restarted = await NodeProcess.StartAsync(installation);
        await load.AssertExactlyOnceAsync(restarted.Client);
    }

    [Fact]
    public async Task A_node_that_stops_says_that_it_is_not_ready_and_goes_on_serving()
    {
        using var installation = Installation.OnSqlite();
        await using var node = await NodeProcess.StartAsync(
            installation, new Dictionary<string, string?> { ["Shutdown__DelaySeconds"] = "3" });

        node.Terminate();
        await Eventually.SucceedsAsync(async () =>
        {
            using var ready = await node.Client.GetAsync("/health/ready");
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        });

        await node.Client.GetJsonAsync("/v1/me");
        Assert.Equal(0, await node.ExitCodeAsync());
    }

    /// <summary>A database that goes away costs clients a quick 503, and nothing once it is back.</summary>
    [Fact]
    public async Task A_stopped_database_is_answered_fast_and_recovered_from_without_a_restart()
    {
        await using var server = await PostgresServer.StartForTestsAsync();
        using var installation = await Installation.OnPostgresAsync(server);
        await using var node = await NodeProcess.StartAsync(installation);
        await node.Client.CreateCourseAsync();
        await node.Client.CreateLearnerAsync("learner-1");
        await node.Client.EarnAsync("learner-1", "topic-1", "earn-1").ReadAsync(HttpStatusCode.Created);

        await server.StopAsync(PostgresStopMode.Immediate);
        await AssertUnavailableAsync(() => node.Client.EarnAsync("learner-1", "topic-2", "earn-2"));
        await AssertUnavailableAsync(() => node.Client.GetAsync("/v1/learners/learner-1/balance"));
        await Eventually.SucceedsAsync(async () =>
        {
            // The node asks its store once a second at most, and has asked before the stop.
            using var ready = await node.Client.GetAsync("/health/ready");
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        await AssertUnavailableAsync(() => node.Client.GetAsync("/health/ready"));
        using (var live = await node.Client.GetAsync("/health/live", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }

        await server.StartAgainAsync();
        await Eventually.SucceedsAsync(async () =>
        {
            using var ready = await node.Client.GetAsync("/health/ready");
            return ready.StatusCode == HttpStatusCode.OK;
        });
        await Eventually.SucceedsAsync(async () =>
        {
            using var earned = await node.Client.EarnAsync("learner-1", "topic-2", "earn-2");
            return earned.StatusCode == HttpStatusCode.Created;
        });
        var balance = await node.Client.GetJsonAsync("/v1/learners/learner-1/balance");
        Assert.Equal(2m, (decimal)balance["balances"]![0]!["earned"]!);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_changed_row_closes_its_ledger_and_no_other(string provider)
    {
        using var installation = await Installation.OnAsync(provider, postgres);
        await using (var node = await NodeProcess.StartAsync(installation))
        {
            await node.Client.CreateCourseAsync();
            foreach (var learnerId in new[] { "learner-1", "learner-2" })
            {
                await node.Client.CreateLearnerAsync(learnerId);
                await node.Client.EarnAsync(learnerId, "topic-1", "earn-1").ReadAsync(HttpStatusCode.Created);
                await node.Client.EarnAsync(learnerId, "topic-2", "earn-2").ReadAsync(HttpStatusCode.Created);
            }

            node.Terminate();
            Assert.Equal(0, await node.ExitCodeAsync());
        }

        Assert.Equal(0, (await CheckLedgersAsync(installation)).ExitCode);
        await TamperWithOneRowAsync(installation);

        var (exitCode, output) = await CheckLedgersAsync(installation);
        Assert.Equal(1, exitCode);
        Assert.Contains("learner-1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("learner-2", output, StringComparison.Ordinal);

        await using var restarted = await NodeProcess.StartAsync(installation);
        await AssertClosedAsync(restarted.Client.GetAsync("/v1/learners/learner-1/balance", TestContext.Current.CancellationToken));
        await AssertClosedAsync(restarted.Client.EarnAsync("learner-1", "topic-3", "earn-3"));
        await restarted.Client.EarnAsync("learner-2", "topic-3", "earn-3").ReadAsync(HttpStatusCode.Created);
        var balance = await restarted.Client.GetJsonAsync("/v1/learners/learner-2/balance");
        Assert.Equal(3m, (decimal)balance["balances"]![0]!["earned"]!);
    }

    private static async Task AssertUnavailableAsync(Func<Task<HttpResponseMessage>> request)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await request();
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, await answer.Content.ReadAsStringAsync());
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AnswerTimeMax);
    }

    private static async Task<(int ExitCode, string Output)> CheckLedgersAsync(Installation installation)
    {
        await using var check = NodeProcess.Launch(installation, changes: null, "ledger", "check");
        return (await check.ExitCodeAsync(), check.Output);
    }

    private static async Task AssertClosedAsync(Task<HttpResponseMessage> pending)
    {
        var problem = await pending.ReadAsync(HttpStatusCode.ServiceUnavailable);
        Assert.EndsWith("/ledger-unavailable", (string?)problem["type"], StringComparison.Ordinal);
    }

    // As somebody would who has the file, or the database's superuser.
    private static async Task TamperWithOneRowAsync(Installation installation)
    {
        if (installation.Provider == "Postgres")
        {
            await PostgresServer.ExecuteAsync(
                installation.ConnectionString,
                """
                alter table journal disable trigger user;
                update journal set body = replace(convert_from(body, 'UTF8'), 'topic-1', 'topic-9')::bytea where ledger_id = 'learner-1' and seq = 1;
                alter table journal enable trigger user;
                """);
        }
        else
        {
            Assert.Equal(1, SqliteHand.Change(
                installation,
                "update journal set body = cast(replace(cast(body as text), 'topic-1', 'topic-9') as blob) where ledger_id = 'learner-1' and seq = 1"));
        }
    }
}
