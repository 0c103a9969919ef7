namespace CmeOrleans.Runtime.Tests;

/// <summary>Items are taken at once. Orleans looks for them by a timer.</summary>
public sealed class StreamDeliveryTests
{
    [Fact]
    public async Task Item_is_taken_while_no_time_passes()
    {
        await using var host = await ActorHost.StartAsync();

        await host.Client.GetStreamProvider(ActorHost.StreamsName).GetStream<int>(StreamId.Create(StreamGrain.Namespace, "a")).OnNextAsync(1);

        await host.Stage.UntilAsync("a takes 1");
    }
}
