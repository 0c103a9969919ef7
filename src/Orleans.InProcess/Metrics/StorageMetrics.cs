using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>The instruments of grain storage, under the names of Orleans.</summary>
internal sealed class StorageMetrics(Meter meter)
{
    public StorageOperation Read { get; } = new(meter, "read");

    public StorageOperation Write { get; } = new(meter, "write");

    public StorageOperation Clear { get; } = new(meter, "clear");

    internal sealed class StorageOperation(Meter meter, string name)
    {
        private readonly Histogram<double> _latency = meter.CreateHistogram<double>($"orleans-storage-{name}-latency", "ms");
        private readonly Counter<int> _errors = meter.CreateCounter<int>($"orleans-storage-{name}-errors");

        public string Name => name;

        public void OnSuccess(TimeSpan latency, string stateName) => _latency.Record(latency.TotalMilliseconds, Tag(stateName));

        public void OnError(string stateName) => _errors.Add(1, Tag(stateName));

        private static KeyValuePair<string, object?> Tag(string stateName) => new("state_name", stateName);
    }
}
