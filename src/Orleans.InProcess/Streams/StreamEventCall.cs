using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>Delivers one event to one grain, as a call like any other.</summary>
internal sealed class StreamEventCall(StreamKey key, IStreamEvent streamEvent) : VoidTaskCall
{
    public static readonly GrainMethod Description = new("Stream.Deliver", isAlwaysInterleave: false);

    /// <exception cref="InvalidOperationException">The grain attached no observer.</exception>
    protected override async Task Invoke(object grain)
    {
        var activation = (Activation)RuntimeContext.Current!;
        var observer = await activation.StreamObservers.FindAsync(key)
            ?? throw new InvalidOperationException($"Grain {activation.GrainId} is subscribed to {key.StreamId} but attached no observer.");
        await streamEvent.DeliverAsync(observer);
    }
}
