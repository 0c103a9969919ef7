namespace CmeOrleans.Runtime.Tests;

/// <summary>Reminders are kept in a table; activations and hosts may come and go.</summary>
public sealed class ReminderTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Reminder_ticks_when_due_and_then_every_period()
    {
        await using var host = await ActorHost.StartAsync();
        await host.Grains.GetGrain<IReminderGrain>("a").RegisterAsync("tea", Minute, 2 * Minute);

        await host.Time.AdvanceUntilAsync(TimeSpan.FromSeconds(10), () => host.Stage.CountOf("a is reminded of tea") == 3);
    }

    [Fact]
    public async Task Reminder_survives_a_restart_and_activates_its_grain()
    {
        var table = new MemoryReminderTable();
        await using (var first = await ActorHost.StartAsync(new() { Reminders = table }))
        {
            await first.Grains.GetGrain<IReminderGrain>("a").RegisterAsync("tea", 2 * Minute, 2 * Minute);
        }

        await using var second = await ActorHost.StartAsync(new() { Reminders = table });

        await second.Time.AdvanceUntilAsync(TimeSpan.FromSeconds(10), () => second.Stage.CountOf("a is reminded of tea") == 1);
    }

    [Fact]
    public async Task Removed_reminder_is_silent_and_gone_from_the_table()
    {
        var table = new MemoryReminderTable();
        await using var host = await ActorHost.StartAsync(new() { Reminders = table });
        var grain = host.Grains.GetGrain<IReminderGrain>("a");
        await grain.RegisterAsync("tea", Minute, Minute);

        Assert.True(await grain.UnregisterAsync("tea"));
        Assert.False(await grain.UnregisterAsync("tea"));
        host.Time.Advance(10 * Minute);

        Assert.Equal(0, table.Count);
        Assert.Empty(host.Stage.Notes);
    }

    [Fact]
    public async Task Period_below_the_minimum_is_refused()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IReminderGrain>("a");

        await grain.RegisterAsync("tea", TimeSpan.Zero, Minute);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => grain.RegisterAsync("tea", TimeSpan.Zero, Minute - TimeSpan.FromSeconds(1)));
    }
}
