using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CmeOrleans.Silo.Telemetry;

/// <summary>Collects all metrics when asked and gives them in the Prometheus text form.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class MetricsScraper : BaseExporter<Metric>, IPullMetricExporter
{
    private const int CollectTimeoutMilliseconds = 5_000;

    private readonly Lock _gate = new();
    private string _text = "";

    /// <summary>Set by the SDK when it takes the exporter over.</summary>
    public Func<int, bool>? Collect { get; set; }

    /// <summary>Collects now. One scrape at a time; others wait.</summary>
    /// <exception cref="InvalidOperationException">The metrics could not be collected.</exception>
    public string Scrape()
    {
        lock (_gate)
        {
            return Collect is { } collect && collect(CollectTimeoutMilliseconds)
                ? _text
                : throw new InvalidOperationException("The metrics could not be collected.");
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var writer = new PrometheusText();
        foreach (var metric in batch)
        {
            writer.Add(metric);
        }

        _text = writer.ToString();
        return ExportResult.Success;
    }
}
