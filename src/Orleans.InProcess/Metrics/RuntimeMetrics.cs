using System.Diagnostics.Metrics;

namespace Orleans.Runtime;

/// <summary>The instruments of the runtime, under the meter and the names of Orleans.</summary>
internal sealed class RuntimeMetrics
{
    private const string MeterName = "Microsoft.Orleans";

    private readonly TimeProvider _timeProvider;
    private readonly Meter _meter;
    private readonly Counter<int> _activationsCreated;
    private readonly Counter<int> _activationsDestroyed;
    private readonly Counter<int> _activationsFailed;
    private readonly Counter<int> _activationShutdowns;
    private readonly Counter<int> _collections;
    private readonly Histogram<double> _activationLatency;
    private readonly Histogram<double> _deactivationLatency;
    private readonly Histogram<double> _callLatency;
    private readonly Counter<long> _callsTimedOut;
    private readonly Counter<int> _callsRejected;
    private readonly Counter<int> _reminderTicks;
    private readonly Histogram<double> _reminderTardiness;

    public RuntimeMetrics(IMeterFactory meterFactory, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _meter = meterFactory.Create(MeterName);
        _activationsCreated = _meter.CreateCounter<int>("orleans-catalog-activation-created");
        _activationsDestroyed = _meter.CreateCounter<int>("orleans-catalog-activation-destroyed");
        _activationsFailed = _meter.CreateCounter<int>("orleans-catalog-activation-failed-to-activate");
        _activationShutdowns = _meter.CreateCounter<int>("orleans-catalog-activation-shutdown");
        _collections = _meter.CreateCounter<int>("orleans-catalog-activation-collections");
        _activationLatency = _meter.CreateHistogram<double>("orleans-catalog-activation-latency", "ms");
        _deactivationLatency = _meter.CreateHistogram<double>("orleans-catalog-deactivation-latency", "ms");
        _callLatency = _meter.CreateHistogram<double>("orleans-app-requests-latency", "ms");
        _callsTimedOut = _meter.CreateCounter<long>("orleans-app-requests-timedout");
        _callsRejected = _meter.CreateCounter<int>("orleans-messaging-rejected");
        _reminderTicks = _meter.CreateCounter<int>("orleans-reminders-ticks-delivered");
        _reminderTardiness = _meter.CreateHistogram<double>("orleans-reminders-tardiness", "s");
        Storage = new(_meter);
    }

    public StorageMetrics Storage { get; }

    /// <summary>Whether anybody listens to latencies. If not, calls need not look at the clock.</summary>
    public bool IsLatencyMeasured => _callLatency.Enabled;

    public void ObserveActivations(Func<int> count) => _meter.CreateObservableGauge("orleans-catalog-activations", count);

    public void ObserveReminders(Func<int> count) => _meter.CreateObservableGauge("orleans-reminders-active", count);

    public void OnActivated(long startedTimestamp)
    {
        _activationsCreated.Add(1);
        _activationLatency.Record(MillisecondsSince(startedTimestamp));
    }

    public void OnActivationFailed() => _activationsFailed.Add(1);

    public void OnDeactivated(DeactivationReasonCode reason, long startedTimestamp)
    {
        var via = reason switch
        {
            DeactivationReasonCode.ActivationIdle => "collection",
            DeactivationReasonCode.ApplicationRequested => "deactivateOnIdle",
            _ => "unknown",
        };
        _activationsDestroyed.Add(1);
        _activationShutdowns.Add(1, new KeyValuePair<string, object?>("via", via));
        _deactivationLatency.Record(MillisecondsSince(startedTimestamp), new KeyValuePair<string, object?>("via", via));
    }

    public void OnCollection() => _collections.Add(1);

    /// <param name="sentTimestamp">Zero for a call that nobody measures.</param>
    public void OnCallEnded(long sentTimestamp)
    {
        if (sentTimestamp != 0)
        {
            _callLatency.Record(MillisecondsSince(sentTimestamp));
        }
    }

    public void OnCallTimedOut() => _callsTimedOut.Add(1);

    public void OnCallRejected() => _callsRejected.Add(1);

    public void OnReminderTick(TimeSpan tardiness)
    {
        _reminderTicks.Add(1);
        _reminderTardiness.Record(tardiness.TotalSeconds);
    }

    private double MillisecondsSince(long timestamp) => _timeProvider.GetElapsedTime(timestamp).TotalMilliseconds;
}
