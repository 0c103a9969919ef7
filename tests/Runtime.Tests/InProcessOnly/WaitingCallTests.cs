namespace CmeOrleans.Runtime.Tests;

/// <summary>
/// Calls that wait keep their order, outlive the activation they wait for, do not run once they are canceled, and wait for all that only
/// read. Orleans promises less: it may take calls in another order, refuses one that met the end of an activation twice, runs one whose
/// token is canceled, and lets a call in when one of several readers has ended.
/// </summary>
public sealed class WaitingCallTests
{
    [Fact]
    public async Task Calls_of_one_caller_keep_their_order()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        await Task.WhenAll(Enumerable.Range(0, 5_000).Select(grain.AppendAsync));

        Assert.Equal(Enumerable.Range(0, 5_000), await grain.GetAppendedAsync());
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

    /// <summary>Goal: no call is lost and no two activations of one id live at once, whatever the interleaving.</summary>
    [Fact]
    public async Task Storm_of_calls_and_deactivations_loses_nothing()
    {
        const int CallsCount = 1_000;
        await using var host = await ActorHost.StartAsync();

        var storm = await Storm.RunAsync(host, CallsCount);

        Assert.Equal((Storm.CallersCount * CallsCount * 9 / 10, 0), storm);
        Assert.Equal(storm.ServedCount, host.Stage.CountOf("served"));
        Assert.DoesNotContain("two activations at once", host.Stage.Notes);
    }

    [Fact]
    public async Task Interleaving_call_that_timed_out_behind_a_blocked_thread_does_not_run()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("blocked");
        host.Stage.Open("interleaving");

        var blocked = grain.MeetAsync("late");
        await host.Stage.UntilAsync("blocked waits for late");
        var interleaving = grain.InterleaveHoldAsync("interleaving");
        host.Time.Advance(TimeSpan.FromSeconds(33));
        await Assert.ThrowsAsync<TimeoutException>(() => blocked);
        await Assert.ThrowsAsync<TimeoutException>(() => interleaving);
        await host.Grains.GetGrain<IProbeGrain>("late").MeetAsync("blocked");

        Assert.Equal(42, await grain.DoubleAsync(21));
        Assert.DoesNotContain("interleaving begins", host.Stage.Notes);
    }

    [Fact]
    public async Task Call_canceled_while_it_waits_does_not_run()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");
        using var cancellation = new CancellationTokenSource();

        var first = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        var second = grain.HoldUntilCanceledAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        host.Stage.Open("gate");
        await first;

        Assert.Equal(42, await grain.DoubleAsync(21));
        Assert.DoesNotContain("a cancelable", host.Stage.Notes);
    }

    [Fact]
    public async Task Read_only_calls_do_not_interleave_with_others()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var readers = new[] { grain.ReadHoldAsync("reader 1"), grain.ReadHoldAsync("reader 2") };
        await host.Stage.UntilAsync("reader 1 begins");
        await host.Stage.UntilAsync("reader 2 begins");
        var writer = grain.HoldAsync("writer");
        host.Stage.Open("reader 1");
        await readers[0];
        Assert.DoesNotContain("writer begins", host.Stage.Notes);
        host.Stage.Open("reader 2");
        await host.Stage.UntilAsync("writer begins");
        var lateReader = grain.ReadHoldAsync("late reader");
        await host.Grains.GetGrain<IProbeGrain>("b").DoubleAsync(1);
        Assert.DoesNotContain("late reader begins", host.Stage.Notes);
        host.Stage.OpenAll();

        await Task.WhenAll(readers[1], writer, lateReader);
    }

    [Fact]
    public async Task Full_queue_refuses_the_call_that_comes_last()
    {
        await using var host = await ActorHost.StartAsync(new() { CallsWaitingMax = 10 });
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var held = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        var waiting = Enumerable.Range(0, 10).Select(grain.AppendAsync).ToArray();
        await Assert.ThrowsAsync<LimitExceededException>(() => grain.AppendAsync(10));
        host.Stage.Open("gate");
        await Task.WhenAll([held, .. waiting]);

        Assert.Equal(Enumerable.Range(0, 10), await grain.GetAppendedAsync());
    }
}
