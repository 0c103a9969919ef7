using System.Diagnostics.Metrics;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Mail;

/// <summary>The figures of the outbox as this node last read them, for health and metrics. Safe to use from any thread.</summary>
public sealed class OutboxWatch : IDisposable
{
    private readonly Meter _meter = new("CmeOrleans");
    private MailFigures? _latest;

    public OutboxWatch(TimeProvider time)
    {
        _meter.CreateObservableGauge("cme.mails.waiting", () => Latest?.WaitingCount ?? 0, "{mail}", "Mails that are still to be delivered.");
        _meter.CreateObservableGauge(
            "cme.mails.waiting.age",
            () => Latest?.OldestWaitingSince is { } since ? Math.Max(0, (time.GetUtcNow() - since).TotalSeconds) : 0,
            "s",
            "How long the oldest of them has waited.");
    }

    /// <summary>None before the first reading.</summary>
    public MailFigures? Latest
    {
        get => Volatile.Read(ref _latest);
        set => Volatile.Write(ref _latest, value);
    }

    public void Dispose() => _meter.Dispose();
}
