using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CmeOrleans.System.Tests.Support;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.System.Tests;

/// <summary>
/// A node that finds its store behind a checkpoint serves nobody. Method: reads are sent from before the start on, so that
/// not even the first is answered.
/// </summary>
public sealed class SetBackTests(SoundStore store)
{
    private const int AnswersMin = 50;

    // The ledger that was damaged, others, and what has no ledger at all.
    private static readonly string[] Reads =
    [
        "/v1/learners/learner-1/balance",
        "/v1/learners/learner-2/balance",
        "/v1/learners/learner-3/ledger",
        "/v1/courses/course-1",
        "/v1/checkpoints/latest",
        "/v1/trial-balance",
        "/v1/me",
    ];

    [Theory]
    [InlineData(StoreDamage.TailCut, "Ledger learner-1 does not hold what its newest checkpoint says of row 3.")]
    [InlineData(StoreDamage.TailRewritten, "Ledger learner-3 does not hold what its newest checkpoint says of row 2.")]
    [InlineData(StoreDamage.LedgerRemoved, "Ledger learner-2 does not hold what its newest checkpoint says of row 2.")]
    [InlineData(StoreDamage.StatementChanged, "Checkpoint 2 was changed: its signature does not fit what it states.")]
    public async Task A_damaged_store_is_not_served(string damage, string reason)
    {
        using var installation = await store.CopyAsync();
        Assert.NotEqual(0, SqliteHand.Change(installation, damage));

        await AssertServesNobodyAsync(installation, reason);
    }

    [Fact]
    public async Task A_backup_from_before_the_newest_checkpoint_is_not_served()
    {
        using var installation = await store.CopyAsync();
        using var backup = installation.Copy();
        await using (var node = await NodeProcess.StartAsync(installation))
        {
            await node.Client.EarnAsync("learner-2", "topic-3", "earn-3").ReadAsync(HttpStatusCode.Created);
            await SoundStore.WaitForCheckpointAsync(node.Client, 3);
            node.Terminate();
            Assert.Equal(0, await node.ExitCodeAsync());
        }

        // The node learns of a checkpoint at the latest when it starts.
        await (await NodeProcess.StartAsync(installation)).DisposeAsync();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(installation.DatabasePath)!, "cme.db*"))
        {
            File.Delete(path);
        }

        File.Copy(backup.DatabasePath, installation.DatabasePath);

        await AssertServesNobodyAsync(installation, "The store is behind checkpoint 3 of ");
    }

    private static async Task AssertServesNobodyAsync(Installation installation, string reason)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        await using var node = NodeProcess.Launch(installation, new Dictionary<string, string?> { ["ASPNETCORE_URLS"] = url.ToString() });
        using var client = new HttpClient { BaseAddress = url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Installation.OperatorKey);

        var answersCount = 0;
        await Eventually.SucceedsAsync(async () =>
        {
            await AssertUnavailableAsync(client.GetAsync(Reads[answersCount % Reads.Length]));
            return ++answersCount == AnswersMin;
        });
        await AssertUnavailableAsync(client.EarnAsync("learner-3", "topic-9", "earn-9"));

        using var live = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);
        using var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var forOperators = new HttpClient { BaseAddress = await node.ManagementUrlAsync() };

        // While the store is still compared the node serves nobody either, and says something else.
        await Eventually.SucceedsAsync(async () =>
        {
            var health = await forOperators.GetAsync("/health", TestContext.Current.CancellationToken).ReadAsync(HttpStatusCode.ServiceUnavailable);
            var finding = health["checks"]!.AsArray().Single(check => (string?)check!["name"] == "store")!;
            return ((string?)finding["problem"])?.StartsWith(reason, StringComparison.Ordinal) is true;
        });
        await Eventually.SucceedsAsync(() => Task.FromResult(node.Output.Split('\n').Any(line =>
            line.Contains(" crit: ", StringComparison.Ordinal) && line.Contains($"The node serves nobody. {reason}", StringComparison.Ordinal))));
        await AssertUnavailableAsync(client.GetAsync(Reads[0]));
    }

    private static async Task AssertUnavailableAsync(Task<HttpResponseMessage> pending)
    {
        using var answer = await pending;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("/unavailable", (string?)JsonNode.Parse(text)!["type"], StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.RetryAfter);
    }
}
