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
    public async Task Calls_that_wait_when_the_activation_ends_run_on_the_next_in_order()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var held = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        var end = grain.DeactivateAsync();
        var appends = Enumerable.Range(0, 100).Select(grain.AppendAsync).ToArray();
        host.Stage.Open("gate");
        await Task.WhenAll([held, end, .. appends]);

        Assert.Equal(Enumerable.Range(0, 100), await grain.GetAppendedAsync());
        Assert.Equal(2, host.Stage.CountOf("a activates"));
    }

    /// <summary>
    /// Goal: no call is lost and no two activations of one id live at once, whatever the interleaving. Method: many callers
    /// on few grains, every tenth call ends the activation.
    /// </summary>
    [Fact]
    public async Task Storm_of_calls_and_deactivations_loses_nothing()
    {
        const int CallersCount = 8;
        const int CallsCount = 1_000;
        await using var host = await ActorHost.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, CallersCount).Select(caller => Task.Run(async () =>
        {
            for (var call = 0; call < CallsCount; call++)
            {
                var grain = host.Grains.GetGrain<IProbeGrain>($"storm-{call % 3}");
                if ((call + caller) % 10 == 0)
                {
                    await grain.DeactivateAsync();
                }
                else
                {
                    await grain.NoteAsync("served");
                }
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(CallersCount * CallsCount * 9 / 10, host.Stage.CountOf("served"));
        Assert.DoesNotContain("two activations at once", host.Stage.Notes);
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
    public async Task Idle_activation_is_collected_and_a_busy_one_is_not()
    {
        await using var host = await ActorHost.StartAsync();
        var idle = host.Grains.GetGrain<IProbeGrain>("idle");
        var busy = host.Grains.GetGrain<IProbeGrain>("busy");
        await idle.DoubleAsync(1);

        for (var minute = 0; minute < 14; minute++)
        {
            await busy.DoubleAsync(1);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.DoesNotContain("idle deactivates: ActivationIdle", host.Stage.Notes);
        await busy.DoubleAsync(1);
        host.Time.Advance(TimeSpan.FromMinutes(3));

        await host.Stage.UntilAsync("idle deactivates: ActivationIdle");
        Assert.DoesNotContain("busy deactivates: ActivationIdle", host.Stage.Notes);
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

    [Fact]
    public async Task Deactivation_can_be_delayed()
    {
        await using var host = await ActorHost.StartAsync();
        var delayed = host.Grains.GetGrain<IProbeGrain>("delayed");
        var other = host.Grains.GetGrain<IProbeGrain>("other");
        await delayed.DelayDeactivationAsync(TimeSpan.FromHours(1));
        await other.DoubleAsync(1);

        host.Time.Advance(TimeSpan.FromMinutes(30));
        await host.Stage.UntilAsync("other deactivates: ActivationIdle");
        Assert.DoesNotContain("delayed deactivates: ActivationIdle", host.Stage.Notes);
        host.Time.Advance(TimeSpan.FromMinutes(32));

        await host.Stage.UntilAsync("delayed deactivates: ActivationIdle");
    }
}
