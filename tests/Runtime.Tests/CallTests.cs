namespace CmeOrleans.Runtime.Tests;

/// <summary>What a caller sees of a call: its result, its exception, its cancellation.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task Arguments_and_results_come_through_for_every_kind_of_task()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");
        var id = Guid.NewGuid();

        Assert.Equal($"text 7 {id}", await grain.EchoAsync("text", 7, id));
        Assert.Equal(42, await grain.DoubleAsync(21));
        await grain.NoteAsync("noted");
        await grain.AppendAsync(1);

        Assert.Equal(1, Assert.Single(await grain.GetAppendedAsync()));
        Assert.Contains("noted", host.Stage.Notes);
    }

    [Fact]
    public async Task Exceptions_reach_the_caller_with_type_and_message()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        var later = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.FailAsync("later"));
        var atOnce = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.FailBeforeTaskAsync("at once"));

        Assert.Equal("later", later.Message);
        Assert.Equal("at once", atOnce.Message);
        Assert.Equal(42, await grain.DoubleAsync(21));
    }

    [Fact]
    public async Task Cancellation_reaches_caller_and_grain()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");
        using var cancellation = new CancellationTokenSource();

        var call = grain.HoldUntilCanceledAsync(cancellation.Token);
        await host.Stage.UntilAsync("a cancelable");
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await host.Stage.UntilAsync("a canceled");
        Assert.Equal(42, await grain.DoubleAsync(21));
    }

    [Fact]
    public async Task One_way_call_does_not_wait_for_the_grain()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        await grain.HoldOneWayAsync("gate");
        await host.Stage.UntilAsync("gate begins");
        Assert.DoesNotContain("gate ends", host.Stage.Notes);
        host.Stage.Open("gate");

        await host.Stage.UntilAsync("gate ends");
    }

    [Fact]
    public async Task Request_context_flows_with_the_call_and_not_beyond()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");

        RequestContext.Set("who", "ann");
        var first = await grain.GetRequestContextAsync("who");
        RequestContext.Clear();
        var second = await grain.GetRequestContextAsync("who");

        Assert.Equal("ann", first);
        Assert.Null(second);
    }
}
