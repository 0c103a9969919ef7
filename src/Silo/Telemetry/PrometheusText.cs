using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpenTelemetry.Metrics;

namespace CmeOrleans.Silo.Telemetry;

/// <summary>Writes metrics in the Prometheus text exposition format 0.0.4, named as the OpenTelemetry compatibility rules say.</summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    // One family stands in one place, also where instruments of several meters share its name.
    private readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);

    public void Add(Metric metric)
    {
        var kind = KindOf(metric.MetricType);
        var name = PrometheusName.OfMetric(metric.Name, metric.Unit, kind);
        if (!_families.TryGetValue(name, out var family))
        {
            _families.Add(name, family = new(name, metric.Description, kind));
        }

        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            family.Add(metric, point);
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var family in _families.Values)
        {
            family.WriteTo(text);
        }

        return text.ToString();
    }

    private static string KindOf(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => "counter",
        MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic or MetricType.LongGauge or MetricType.DoubleGauge => "gauge",
        MetricType.Histogram => "histogram",
        _ => throw new UnreachableException($"No instrument is aggregated as {type}."),
    };

    private sealed class Family(string name, string description, string kind)
    {
        private readonly StringBuilder _samples = new();

        public void Add(Metric metric, in MetricPoint point)
        {
            var labels = Labels(metric.MeterName, point.Tags);
            if (metric.MetricType is MetricType.Histogram)
            {
                AddHistogram(point, labels);
            }
            else
            {
                AddSample(name, labels, Value(metric.MetricType, point));
            }
        }

        public void WriteTo(StringBuilder text) => text
            .Append("# HELP ").Append(name).Append(' ').Append(PrometheusName.EscapeHelp(description)).Append('\n')
            .Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n')
            .Append(_samples);

        private void AddHistogram(in MetricPoint point, string labels)
        {
            var cumulative = 0L;
            foreach (var bucket in point.GetHistogramBuckets())
            {
                cumulative += bucket.BucketCount;
                var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : Number(bucket.ExplicitBound);
                AddSample($"{name}_bucket", $"{labels},le=\"{bound}\"", Number(cumulative));
            }

            AddSample($"{name}_sum", labels, Number(point.GetHistogramSum()));
            AddSample($"{name}_count", labels, Number(point.GetHistogramCount()));
        }

        private void AddSample(string sampleName, string labels, string value) =>
            _samples.Append(sampleName).Append('{').Append(labels).Append("} ").Append(value).Append('\n');

        private static string Labels(string meterName, OpenTelemetry.ReadOnlyTagCollection tags)
        {
            var labels = new StringBuilder();
            labels.Append("otel_scope_name=\"").Append(PrometheusName.EscapeLabel(meterName)).Append('"');
            foreach (var tag in tags)
            {
                var value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "";
                labels.Append(',').Append(PrometheusName.OfLabel(tag.Key)).Append("=\"").Append(PrometheusName.EscapeLabel(value)).Append('"');
            }

            return labels.ToString();
        }

        private static string Value(MetricType type, in MetricPoint point) => type switch
        {
            MetricType.LongSum or MetricType.LongSumNonMonotonic => Number(point.GetSumLong()),
            MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => Number(point.GetSumDouble()),
            MetricType.LongGauge => Number(point.GetGaugeLastValueLong()),
            MetricType.DoubleGauge => Number(point.GetGaugeLastValueDouble()),
            _ => throw new UnreachableException($"A metric of type {type} has no single value."),
        };

        private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

        private static string Number(double value) => value switch
        {
            double.PositiveInfinity => "+Inf",
            double.NegativeInfinity => "-Inf",
            double.NaN => "NaN",
            _ => value.ToString("R", CultureInfo.InvariantCulture),
        };
    }
}
