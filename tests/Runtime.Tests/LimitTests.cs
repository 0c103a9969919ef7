namespace CmeOrleans.Runtime.Tests;

/// <summary>Callers never wait for ever, and queues never grow for ever.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Call_without_an_answer_times_out_and_the_grain_lives_on()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var held = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        host.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(held.IsCompleted);
        host.Time.Advance(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAsync<TimeoutException>(() => held);
        host.Stage.Open("gate");

        Assert.Equal(42, await grain.DoubleAsync(21));
    }

    [Fact]
    public async Task Call_that_timed_out_in_the_queue_does_not_run()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var held = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        var waiting = grain.AppendAsync(1);
        host.Time.Advance(TimeSpan.FromSeconds(33));
        await Assert.ThrowsAsync<TimeoutException>(() => held);
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        host.Stage.Open("gate");

        Assert.Empty(await grain.GetAppendedAsync());
    }

    [Fact]
    public async Task Younger_call_stays_in_the_queue_and_runs()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var held = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        host.Time.Advance(TimeSpan.FromSeconds(20));
        var waiting = grain.AppendAsync(1);
        host.Time.Advance(TimeSpan.FromSeconds(13));
        await Assert.ThrowsAsync<TimeoutException>(() => held);
        host.Stage.Open("gate");
        await waiting.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(1, Assert.Single(await grain.GetAppendedAsync()));
    }

    [Fact]
    public async Task Call_of_a_grain_to_itself_times_out_instead_of_waiting_for_ever()
    {
        await using var host = await ActorHost.StartAsync(new() { ResponseTimeout = TimeSpan.FromSeconds(2) });
        var call = host.Grains.GetGrain<IProbeGrain>("a").CallSelfAsync();

        await host.Stage.UntilAsync("a calls itself");
        await host.Time.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => host.Stage.CountOf("a gave up on itself") == 1);

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal(42, await host.Grains.GetGrain<IProbeGrain>("a").DoubleAsync(21));
    }

    [Fact]
    public async Task Full_queue_refuses_at_once_and_serves_again_when_drained()
    {
        await using var host = await ActorHost.StartAsync(new() { CallsWaitingMax = 10 });
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var held = grain.HoldAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        var calls = Enumerable.Range(0, 11).Select(grain.AppendAsync).ToArray();
        var refused = await Task.WhenAny(calls);
        await Assert.ThrowsAsync<LimitExceededException>(() => refused);
        Assert.Equal(42, await host.Grains.GetGrain<IProbeGrain>("b").DoubleAsync(21));
        host.Stage.Open("gate");
        await Task.WhenAll([held, .. calls.Except([refused])]);

        await grain.AppendAsync(11);
        var appended = await grain.GetAppendedAsync();
        Assert.Equal(Enumerable.Range(0, 12).Except([Array.IndexOf(calls, refused)]), appended.Order());
    }
}
