namespace CmeOrleans.Runtime.Tests;

/// <summary>Idle activations end. Orleans does the same, but by the clock of the machine, which no test can move.</summary>
public sealed class CollectionTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

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

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Timer_keeps_its_grain_only_if_told_to(bool keepAlive, int deactivationsCount)
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<ITimerGrain>("a");
        await grain.StartTimerAsync(60 * Second, 60 * Second, keepAlive: keepAlive);

        for (var minute = 1; minute <= 20 && host.Stage.CountOf("timer grain deactivates") == 0; minute++)
        {
            var tick = $"tick {minute}";
            await host.Time.AdvanceUntilAsync(
                Second, () => host.Stage.CountOf(tick) > 0 || host.Stage.CountOf("timer grain deactivates") > 0);
        }

        Assert.Equal(deactivationsCount, host.Stage.CountOf("timer grain deactivates"));
    }
}
