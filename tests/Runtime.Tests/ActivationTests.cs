namespace CmeOrleans.Runtime.Tests;

/// <summary>From the first call to the end: one activation per grain, activated before its calls, replaced without loss.</summary>
public sealed class ActivationTests
{
    [Fact]
    public async Task First_calls_from_many_threads_make_one_activation()
    {
        await using var host = await ActorHost.StartAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 200).Select(
            _ => Task.Run(() => host.Grains.GetGrain<IProbeGrain>("a").GetActivationAsync())));

        Assert.Single(ids.Distinct());
        Assert.Equal(1, host.Stage.CountOf("a activates"));
    }

    [Fact]
    public async Task Call_after_deactivation_finds_a_new_activation()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var first = await grain.GetActivationAsync();
        await grain.DeactivateAsync();
        var second = await grain.GetActivationAsync();

        Assert.NotEqual(first, second);
        Assert.Equal(
            ["a activates", "a deactivates: ApplicationRequested", "a disposed", "scope disposed", "a activates"], host.Stage.Notes);
    }

    [Fact]
    public async Task Exception_in_activation_fails_the_waiting_calls_and_the_next_call_tries_anew()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IFragileGrain>("a");

        var failures = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Record.ExceptionAsync(grain.CallAsync).AsTask()));
        Assert.All(failures, failure => Assert.IsType<FormatException>(failure));
        host.Stage.Open("repaired");

        await grain.CallAsync();
        Assert.Contains("a works", host.Stage.Notes);
        Assert.DoesNotContain("a deactivates", host.Stage.Notes);
    }

    [Fact]
    public async Task Exception_in_deactivation_does_not_stop_the_next_activation()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IFragileGrain>("a");
        host.Stage.Open("repaired");

        await grain.FailInDeactivationAsync();
        await grain.CallAsync();

        Assert.Equal(2, host.Stage.CountOf("a activates"));
    }

    [Fact]
    public async Task Inconsistent_state_drops_the_activation_that_threw_it_and_not_its_caller()
    {
        await using var host = await ActorHost.StartAsync();
        var caller = host.Grains.GetGrain<IProbeGrain>("caller");
        var stale = host.Grains.GetGrain<IProbeGrain>("stale");
        var callerBefore = await caller.GetActivationAsync();
        var staleBefore = await stale.GetActivationAsync();

        await Assert.ThrowsAsync<Orleans.Storage.InconsistentStateException>(() => caller.CallInconsistentAsync("stale"));

        Assert.Equal(callerBefore, await caller.GetActivationAsync());
        Assert.NotEqual(staleBefore, await stale.GetActivationAsync());
    }

    [Fact]
    public async Task Call_in_progress_keeps_its_activation()
    {
        await using var host = await ActorHost.StartAsync(new() { ResponseTimeout = TimeSpan.FromDays(1) });
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var held = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        host.Time.Advance(TimeSpan.FromHours(1));
        host.Stage.Open("gate");

        await held;
        await grain.GetActivationAsync();
        Assert.Equal(1, host.Stage.CountOf("a activates"));
    }

    /// <summary>Goal: no two activations of one id live at once. A runtime may refuse a call that met the end of one; none is served twice.</summary>
    [Fact]
    public async Task Storm_of_calls_and_deactivations_meets_one_activation_at_a_time()
    {
        await using var host = await ActorHost.StartAsync();

        var (servedCount, _) = await Storm.RunAsync(host, callsPerCaller: 300);

        Assert.Equal(servedCount, host.Stage.CountOf("served"));
        Assert.DoesNotContain("two activations at once", host.Stage.Notes);
    }
}
