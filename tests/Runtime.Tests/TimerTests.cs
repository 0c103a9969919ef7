namespace CmeOrleans.Runtime.Tests;

/// <summary>Grain timers. A call after each tick makes sure that the tick has ended and the timer runs again.</summary>
public sealed class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Timer_ticks_when_due_and_then_every_period()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<ITimerGrain>("a");
        await grain.StartTimerAsync(5 * Second, 10 * Second);

        host.Time.Advance(4 * Second);
        Assert.Equal(0, await grain.GetTicksCountAsync());
        host.Time.Advance(Second);
        Assert.Equal(1, await grain.GetTicksCountAsync());
        host.Time.Advance(9 * Second);
        Assert.Equal(1, await grain.GetTicksCountAsync());
        host.Time.Advance(Second);
        Assert.Equal(2, await grain.GetTicksCountAsync());
    }

    [Fact]
    public async Task Ticks_do_not_overlap_and_hold_up_calls_like_a_call()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<ITimerGrain>("a");
        await grain.HoldNextTickAsync("gate");
        await grain.StartTimerAsync(Second, Second);

        host.Time.Advance(Second);
        await host.Stage.UntilAsync("tick 1");
        host.Time.Advance(5 * Second);
        var count = grain.GetTicksCountAsync();
        Assert.False(count.IsCompleted);
        host.Stage.Open("gate");

        Assert.Equal(1, await count);
    }

    [Fact]
    public async Task Interleaving_ticks_let_calls_through()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<ITimerGrain>("a");
        await grain.HoldNextTickAsync("gate");
        await grain.StartTimerAsync(Second, Second, interleave: true);

        host.Time.Advance(Second);
        await host.Stage.UntilAsync("tick 1");

        Assert.Equal(1, await grain.GetTicksCountAsync());
        host.Stage.Open("gate");
    }

    [Fact]
    public async Task Failed_tick_does_not_end_the_timer()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<ITimerGrain>("a");
        await grain.FailNextTickAsync();
        await grain.StartTimerAsync(Second, Second);

        host.Time.Advance(Second);
        await grain.GetTicksCountAsync();
        host.Time.Advance(Second);

        Assert.Equal(2, await grain.GetTicksCountAsync());
    }

    [Fact]
    public async Task Disposed_timer_ticks_no_more()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<ITimerGrain>("a");
        await grain.StartTimerAsync(Second, Second);

        await grain.StopTimerAsync();
        host.Time.Advance(10 * Second);

        Assert.Equal(0, await grain.GetTicksCountAsync());
    }
}
