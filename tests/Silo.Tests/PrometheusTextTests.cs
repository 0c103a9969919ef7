using System.Diagnostics.Metrics;
using CmeOrleans.Silo.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CmeOrleans.Silo.Tests;

/// <summary>Goal: what a scraper reads is the text format to the letter. Method: real instruments through the real SDK.</summary>
public sealed class PrometheusTextTests : IDisposable
{
    private const string MeterName = "CmeOrleans.Tests.Prometheus";

    private readonly Meter _meter = new(MeterName);
    private readonly MetricsScraper _scraper = new();
    private readonly MeterProvider _provider;

    public PrometheusTextTests() => _provider = Sdk.CreateMeterProviderBuilder()
        .AddMeter(MeterName)
        .AddView("render.time", new ExplicitBucketHistogramConfiguration { Boundaries = [0.1, 1] })
        .AddReader(new BaseExportingMetricReader(_scraper))
        .Build();

    [Fact]
    public void A_counter_ends_in_total_and_carries_its_labels()
    {
        var counter = _meter.CreateCounter<double>("credits.claimed", "{credit}", "Credits claimed");
        counter.Add(1.25, new KeyValuePair<string, object?>("credit.type", "AMA_PRA_1"));
        counter.Add(0.25, new KeyValuePair<string, object?>("credit.type", "AMA_PRA_1"));

        Assert.Equal(
            """
            # HELP credits_claimed_total Credits claimed
            # TYPE credits_claimed_total counter
            credits_claimed_total{otel_scope_name="CmeOrleans.Tests.Prometheus",credit_type="AMA_PRA_1"} 1.5

            """,
            _scraper.Scrape());
    }

    [Fact]
    public void A_histogram_has_cumulative_buckets_sum_and_count()
    {
        var histogram = _meter.CreateHistogram<double>("render.time", "s", "Time to render");
        foreach (var seconds in new[] { 0.05, 0.5, 0.5, 5 })
        {
            histogram.Record(seconds);
        }

        Assert.Equal(
            """
            # HELP render_time_seconds Time to render
            # TYPE render_time_seconds histogram
            render_time_seconds_bucket{otel_scope_name="CmeOrleans.Tests.Prometheus",le="0.1"} 1
            render_time_seconds_bucket{otel_scope_name="CmeOrleans.Tests.Prometheus",le="1"} 3
            render_time_seconds_bucket{otel_scope_name="CmeOrleans.Tests.Prometheus",le="+Inf"} 4
            render_time_seconds_sum{otel_scope_name="CmeOrleans.Tests.Prometheus"} 6.05
            render_time_seconds_count{otel_scope_name="CmeOrleans.Tests.Prometheus"} 4

            """,
            _scraper.Scrape());
    }

    [Fact]
    public void A_gauge_and_an_up_down_counter_are_gauges()
    {
        _meter.CreateObservableGauge("clock.skew", () => -0.5, "s", "Skew");
        _meter.CreateUpDownCounter<long>("backlog", "{append}", "Backlog").Add(-3);

        var text = _scraper.Scrape();

        Assert.Contains("# TYPE clock_skew_seconds gauge\nclock_skew_seconds{otel_scope_name=\"CmeOrleans.Tests.Prometheus\"} -0.5\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE backlog gauge\nbacklog{otel_scope_name=\"CmeOrleans.Tests.Prometheus\"} -3\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_and_help_are_escaped()
    {
        _meter.CreateCounter<long>("refusals", null, "line one\nC:\\path").Add(1, new KeyValuePair<string, object?>("code", "a\"b\\c\nd"));

        var text = _scraper.Scrape();

        Assert.Contains("# HELP refusals_total line one\\nC:\\\\path\n", text, StringComparison.Ordinal);
        Assert.Contains("code=\"a\\\"b\\\\c\\nd\"} 1\n", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _provider.Dispose();
        _meter.Dispose();
    }
}
