using System.Net;
using System.Text;
using CmeOrleans.PaperTools;
using CmeOrleans.System.Tests.Support;

namespace CmeOrleans.System.Tests;

/// <summary>From an empty database to a certificate that strangers can verify, by HTTP alone.</summary>
public sealed class JourneyTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_operator_gets_from_an_empty_database_to_a_verified_certificate(string provider)
    {
        using var installation = await Installation.OnAsync(provider, postgres);
        await using var node = await NodeProcess.StartAsync(installation);
        var client = node.Client;
        await client.CreateCourseAsync();
        await client.CreateLearnerAsync("learner-1", "Zoë Lindqvist");
        await client.EarnAsync("learner-1", "topic-7", "earn-7").ReadAsync(HttpStatusCode.Created);

        var claim = await client.PostAsync("/v1/learners/learner-1/claims", "claim-1", new { creditType = "AMA_PRA_1", all = true })
            .ReadAsync(HttpStatusCode.Created);
        var pdf = await DownloadAsync(client, $"/v1/learners/learner-1/claims/{claim["claimId"]}/document");
        var text = TextOf(pdf);

        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
        Assert.Contains("Zoë Lindqvist", text, StringComparison.Ordinal);
        Assert.Contains("Pediatric Primary Care", text, StringComparison.Ordinal);
        Assert.Contains("Topic 7", text, StringComparison.Ordinal);

        var code = (string)claim["certificates"]![0]!["code"]!;
        using var stranger = new HttpClient { BaseAddress = client.BaseAddress };
        var verification = await stranger.GetJsonAsync($"/v1/verifications/{code}");
        Assert.Equal("valid", (string?)verification["status"]);
        Assert.Equal("Zoë Lindqvist", (string?)verification["displayName"]);
        Assert.Equal(1m, (decimal)verification["amount"]!);
        var page = await stranger.GetStringAsync($"/verify/{code}", TestContext.Current.CancellationToken);
        Assert.Contains("Pediatric Primary Care", page, StringComparison.Ordinal);

        node.Terminate();
        Assert.Equal(0, await node.ExitCodeAsync());
        await using var check = NodeProcess.Launch(installation, changes: null, "ledger", "check");
        Assert.Equal(0, await check.ExitCodeAsync());
        Assert.Contains("1 ledgers, 2 rows", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_end_with_the_right_exit_code()
    {
        using var installation = Installation.OnSqlite();
        Assert.Equal(0, await RunAsync(installation, "--help"));
        Assert.Equal(0, await RunAsync(installation, "migrate"));
        Assert.Equal(0, await RunAsync(installation, "migrate"));
        Assert.Equal(0, await RunAsync(installation, "ledger", "check"));
        Assert.Equal(1, await RunAsync(installation, "healthcheck", "--url", "http://127.0.0.1:1"));

        await using var node = await NodeProcess.StartAsync(installation);
        Assert.Equal(0, await RunAsync(installation, "healthcheck", "--url", node.Client.BaseAddress!.ToString()));
    }

    private static async Task<int> RunAsync(Installation installation, params string[] arguments)
    {
        await using var process = NodeProcess.Launch(installation, changes: null, arguments);
        return await process.ExitCodeAsync();
    }

    private static async Task<byte[]> DownloadAsync(HttpClient client, string path)
    {
        byte[] pdf = [];
        await Eventually.SucceedsAsync(async () =>
        {
            using var answer = await client.GetAsync(path);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted, $"The document answers {answer.StatusCode}.");
            pdf = await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode is HttpStatusCode.OK;
        });
        return pdf;
    }

    private static string TextOf(byte[] pdf) => Poppler.Run("pdftotext", pdf, "-layout", Poppler.FilePlace, "-").Text;
}
