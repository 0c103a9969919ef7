using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Dashboards made for Orleans must find their instruments.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Calls_and_activations_are_measured_under_the_names_of_orleans()
    {
        var measured = new ConcurrentDictionary<string, int>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, current) =>
        {
            if (instrument.Meter.Name == "Microsoft.Orleans")
            {
                current.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, _, _, _) => Count(instrument));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Count(instrument));
        listener.Start();
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");
        await grain.DeactivateAsync();
        await grain.DoubleAsync(1);
        listener.RecordObservableInstruments();

        Assert.Superset(
            new HashSet<string>
            {
                "orleans-app-requests-latency",
                "orleans-catalog-activations",
                "orleans-catalog-activation-created",
                "orleans-catalog-activation-destroyed",
            },
            new HashSet<string>(measured.Keys));

        void Count(Instrument instrument) => measured.AddOrUpdate(instrument.Name, 1, (_, count) => count + 1);
    }
}
