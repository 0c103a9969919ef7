using Orleans.Storage;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Persistent state: read before activation, written on request, never overwritten blindly.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task State_is_there_before_activation_and_after_a_new_one()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IStateGrain>("a");
        Assert.Equal(0, await grain.GetAsync());
        Assert.False(await grain.ExistsAsync());

        await grain.SetAsync(7);
        await grain.DeactivateAsync();

        Assert.Equal(7, await grain.GetAsync());
        Assert.True(await grain.ExistsAsync());
    }

    [Fact]
    public async Task Stale_state_is_not_written_and_the_next_call_reads_anew()
    {
        var storage = new MemoryGrainStorage();
        await using var host = await ActorHost.StartAsync(new() { Storage = storage });
        var grain = host.Grains.GetGrain<IStateGrain>("a");
        await grain.SetAsync(7);

        storage.ChangeByOther();
        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.SetAsync(8));

        Assert.Equal(7, await grain.GetAsync());
        await grain.SetAsync(9);
    }

    [Fact]
    public async Task Cleared_state_is_gone()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IStateGrain>("a");
        await grain.SetAsync(7);

        await grain.ClearAsync();
        await grain.DeactivateAsync();

        Assert.Equal(0, await grain.GetAsync());
        Assert.False(await grain.ExistsAsync());
    }

    [Fact]
    public async Task Failure_of_storage_reaches_the_caller_of_a_write_and_of_an_activation()
    {
        var storage = new MemoryGrainStorage();
        await using var host = await ActorHost.StartAsync(new() { Storage = storage });
        var grain = host.Grains.GetGrain<IStateGrain>("a");
        storage.NextFailure = new IOException("disk");
        await Assert.ThrowsAsync<OrleansException>(grain.GetAsync);
        Assert.Equal(0, await grain.GetAsync());

        storage.NextFailure = new IOException("disk");
        await Assert.ThrowsAsync<OrleansException>(() => grain.SetAsync(7));

        await grain.SetAsync(8);
    }
}
