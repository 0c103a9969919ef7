namespace CmeOrleans.Runtime.Tests;

/// <summary>
/// A host that stops finishes what it has accepted, and accepts nothing more. A silo of Orleans closes its gateway first, and its callers
/// turn to another.
/// </summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task Stop_waits_for_calls_in_flight_and_for_those_that_wait()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");
        var held = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        var waiting = grain.NoteAsync("served").AsTask();

        var stop = host.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        host.Stage.Open("gate");
        await Task.WhenAll(held, waiting, stop);

        Assert.Equal(
            ["served", "a deactivates: ShuttingDown"],
            host.Stage.Notes.Where(note => note is "served" || note.StartsWith("a deactivates", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Call_after_the_stop_is_refused()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");
        await host.StopAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OrleansException>(() => grain.GetActivationAsync());
    }
}
