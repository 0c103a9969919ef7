using System.Diagnostics;
using System.Net;
using System.Text;
using CmeOrleans.System.Tests.Support;

namespace CmeOrleans.System.Tests;

/// <summary>Figures and traces of a node that is told of a collector.</summary>
public sealed class CollectorTests
{
    // What may be in the address and the body of a request, and belongs to nobody who reads traces.
    private const string LearnerName = "Zenobia Quist";
    private const string LearnerId = "otlp-learner";

    [Fact]
    public async Task Metrics_and_traces_reach_the_collector_without_names_and_the_last_ones_when_the_node_stops()
    {
        using var collector = new Collector();
        using var installation = Installation.OnSqlite();
        await using var node = await NodeProcess.StartAsync(installation, Settings(collector));
        await node.Client.CreateCourseAsync();
        await node.Client.CreateLearnerAsync(LearnerId, LearnerName);
        using var earned = await node.Client.EarnAsync(LearnerId, "topic-1", "e1");
        using var unrouted = await node.Client.GetAsync(new Uri($"/nowhere/{LearnerId}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var refused = await node.Client.GetAsync(new Uri($"/v1/learners/{LearnerId}?of={LearnerId}", UriKind.Relative), TestContext.Current.CancellationToken);

        node.Terminate();

        Assert.Equal(0, await node.ExitCodeAsync());
        Assert.Equal(HttpStatusCode.Created, earned.StatusCode);
        Assert.All(collector.Received, sent => Assert.Equal("application/x-protobuf", sent.ContentType));
        var metrics = Text(collector, "/v1/metrics");
        var traces = Text(collector, "/v1/traces");
        Assert.All(["cme-orleans", "http.server.request.duration", "cme.journal.append.duration", "/v1/learners/{learnerId}/earnings"], name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All(["cme-orleans", "POST /v1/learners/{learnerId}/earnings", "http.response.status_code"], name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All([LearnerName, LearnerId], name => Assert.DoesNotContain(name, metrics + traces, StringComparison.Ordinal));
        Assert.DoesNotContain(Installation.OperatorKey, metrics + traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_keeps_no_node_from_ending()
    {
        using var collector = new Collector(answers: false);
        using var installation = Installation.OnSqlite();
        var settings = Settings(collector);
        settings["OTEL_EXPORTER_OTLP_TIMEOUT"] = "1000"; // Ten seconds by default, for traces and for metrics.
        await using var node = await NodeProcess.StartAsync(installation, settings);
        await node.Client.GetJsonAsync("/v1/me");

        var watch = Stopwatch.StartNew();
        node.Terminate();

        Assert.Equal(0, await node.ExitCodeAsync());
        Assert.NotEmpty(collector.Received);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static Dictionary<string, string?> Settings(Collector collector) => new() { ["Telemetry__OtlpEndpoint"] = collector.Address.ToString() };

    private static string Text(Collector collector, string path) => string.Concat(
        collector.Received.Where(sent => sent.Path == path).Select(sent => Encoding.UTF8.GetString(sent.Body)));
}
