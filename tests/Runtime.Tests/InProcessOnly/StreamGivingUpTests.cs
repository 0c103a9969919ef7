namespace CmeOrleans.Runtime.Tests;

/// <summary>The bound of the retries, which Orleans counts in time and this runtime in attempts.</summary>
public sealed class StreamGivingUpTests
{
    [Fact]
    public async Task Item_that_always_fails_is_given_up_the_grain_is_told_and_the_next_item_comes()
    {
        await using var host = await ActorHost.StartAsync();
        await host.Grains.GetGrain<IStreamGrain>("a").FailNextAsync(5);
        var stream = host.Client.GetStreamProvider(ActorHost.StreamsName).GetStream<int>(StreamId.Create(StreamGrain.Namespace, "a"));

        await stream.OnNextAsync(1);
        await stream.OnNextAsync(2);
        await host.Time.AdvanceUntilAsync(TimeSpan.FromMilliseconds(10), () => host.Stage.CountOf("a takes 2") == 1);

        Assert.Equal(["a is told of FormatException", "a takes 2"], host.Stage.Notes);
    }
}
