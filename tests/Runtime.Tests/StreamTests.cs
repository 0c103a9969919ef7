using Orleans.Streams;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Streams with implicit subscriptions: to the grain with the same key, in order, again after a failure.</summary>
public sealed class StreamTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    [Fact]
    public async Task Items_reach_the_grain_with_the_key_of_the_stream_in_order()
    {
        await using var host = await ActorHost.StartAsync();
        var stream = Numbers(host, "a");

        for (var item = 0; item < 100; item++)
        {
            await stream.OnNextAsync(item);
        }

        await Numbers(host, "b").OnNextAsync(0);
        await host.Time.AdvanceUntilAsync(Step, () => host.Stage.CountOf("a takes 99") == 1 && host.Stage.CountOf("b takes 0") == 1);

        Assert.Equal(
            Enumerable.Range(0, 100).Select(item => $"a takes {item}"),
            host.Stage.Notes.Where(note => note.StartsWith("a takes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Item_that_fails_is_offered_again_before_the_next()
    {
        await using var host = await ActorHost.StartAsync();
        await host.Grains.GetGrain<IStreamGrain>("a").FailNextAsync(2);

        await Numbers(host, "a").OnNextAsync(1);
        await Numbers(host, "a").OnNextAsync(2);
        await host.Time.AdvanceUntilAsync(Step, () => host.Stage.CountOf("a takes 2") == 1);

        Assert.Equal(["a takes 1", "a takes 2"], host.Stage.Notes);
    }

    [Fact]
    public async Task Grain_that_attaches_in_activation_gets_its_own_items()
    {
        await using var host = await ActorHost.StartAsync();

        await host.Grains.GetGrain<IAttachingStreamGrain>("a").PublishAsync(5);

        await host.Time.AdvanceUntilAsync(Step, () => host.Stage.CountOf("attached a takes 5") == 1);
    }

    [Fact]
    public async Task Unknown_provider_is_named()
    {
        await using var host = await ActorHost.StartAsync();

        Assert.Throws<KeyNotFoundException>(() => host.Client.GetStreamProvider("unknown"));
    }

    private static IAsyncStream<int> Numbers(ActorHost host, string key) =>
        host.Client.GetStreamProvider(ActorHost.StreamsName).GetStream<int>(StreamId.Create(StreamGrain.Namespace, key));
}
