using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using CmeOrleans.System.Tests.Support;

namespace CmeOrleans.System.Tests;

public sealed class StartTests(ITestOutputHelper output)
{
    private const long ResidentBytesMax = 200 * 1024 * 1024;

    // Two seconds on a quiet machine; on a busy one only the order of magnitude can be held.
    private static readonly TimeSpan StartTimeMax = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_node_on_SQLite_is_ready_soon_and_small()
    {
        using var installation = Installation.OnSqlite();
        await (await NodeProcess.StartAsync(installation)).DisposeAsync(); // The first start also makes the database.

        var watch = Stopwatch.StartNew();
        await using var node = await NodeProcess.StartAsync(installation);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"ready after {watch.ElapsedMilliseconds} ms with {node.ResidentBytes / 1024 / 1024} MB"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, StartTimeMax);
        Assert.InRange(node.ResidentBytes, 0, ResidentBytesMax);
    }

    [Fact]
    public async Task First_start_without_a_bootstrap_key_prints_an_operator_key_once()
    {
        using var installation = Installation.OnSqlite();
        var withoutKey = new Dictionary<string, string?> { ["Security__BootstrapKey"] = null };

        string key;
        await using (var first = await NodeProcess.StartAsync(installation, withoutKey))
        {
            await Eventually.SucceedsAsync(() => Task.FromResult(first.Output.Contains("cme_", StringComparison.Ordinal)));
            key = first.Output.Split('\n').Single(line => line.Trim().StartsWith("cme_", StringComparison.Ordinal)).Trim();
            Assert.Equal(HttpStatusCode.OK, await MeAsync(first, key));
            Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(first, Installation.OperatorKey));
            first.Terminate();
            Assert.Equal(0, await first.ExitCodeAsync());
        }

        Assert.False(await IsInFilesAsync(Path.Combine(installation.Folder, "data"), key), "The key is kept only as a hash.");
        await using var second = await NodeProcess.StartAsync(installation, withoutKey);
        Assert.Equal(HttpStatusCode.OK, await MeAsync(second, key));
        Assert.DoesNotContain("cme_", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_on_the_management_port_only()
    {
        using var installation = Installation.OnSqlite();
        await using var node = await NodeProcess.StartAsync(installation);
        await node.Client.GetJsonAsync("/v1/me");
        using var forOperators = new HttpClient { BaseAddress = await node.ManagementUrlAsync() };

        var metrics = await forOperators.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        using var health = await forOperators.GetAsync("/health", TestContext.Current.CancellationToken);
        using var publicMetrics = await node.Client.GetAsync("/metrics", TestContext.Current.CancellationToken);
        using var api = await forOperators.GetAsync("/v1/me", TestContext.Current.CancellationToken);

        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", metrics, StringComparison.Ordinal);
        Assert.Contains("http_route=\"/v1/me\"", metrics, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, publicMetrics.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_does_not_start()
    {
        using var installation = Installation.OnSqlite();
        await using var first = await NodeProcess.StartAsync(installation);
        await using var second = NodeProcess.Launch(installation);

        Assert.Equal(1, await second.ExitCodeAsync());
        Assert.Contains("ConnectionStrings:Ledger", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
        await first.Client.GetJsonAsync("/v1/me");
    }

    private static async Task<bool> IsInFilesAsync(string folder, string text)
    {
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            if (content.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<HttpStatusCode> MeAsync(NodeProcess node, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        request.Headers.Authorization = new("Bearer", key);
        using var answer = await node.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
