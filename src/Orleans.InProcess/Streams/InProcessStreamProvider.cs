using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>Streams in memory, for grains with implicit subscriptions.</summary>
/// <remarks>
/// An item is offered to each subscribed grain until the grain takes it or the attempts are used up, in the order of the
/// stream. Items live in memory: what must survive the process is told from storage again, and streams only wake whoever
/// reads it.
/// </remarks>
internal sealed class InProcessStreamProvider(
    string name,
    GrainClassMap classes,
    GrainDispatcher dispatcher,
    TimeProvider timeProvider,
    IOptions<InProcessActorOptions> options,
    ILogger<InProcessStreamProvider> logger) : IStreamProvider
{
    private readonly ConcurrentDictionary<(StreamId StreamId, GrainId GrainId), StreamDelivery> _deliveries = new();
    private readonly ConcurrentDictionary<string, List<GrainType>> _subscribers = new();
    private long _sequenceNumber;

    public string Name => name;

    public bool IsRewindable => false;

    public IAsyncStream<T> GetStream<T>(StreamId streamId) => new InProcessStream<T>(this, streamId);

    /// <summary>Queues an event for each subscribed grain.</summary>
    /// <exception cref="LimitExceededException">A grain has too many items waiting. Others may have got this one.</exception>
    public void Publish(StreamId streamId, Func<InProcessSequenceToken, IStreamEvent> createEvent)
    {
        var token = new InProcessSequenceToken(Interlocked.Increment(ref _sequenceNumber));
        var streamEvent = createEvent(token);
        foreach (var grainType in SubscribersOf(streamId))
        {
            var key = (streamId, GrainId.Create(grainType, IdSpan.Create(streamId.GetKeyAsString())));
            while (!_deliveries.GetOrAdd(key, CreateDelivery).TryAdd(streamEvent))
            {
                // The delivery had run empty and left the dictionary in between.
            }
        }
    }

    public bool IsSubscribed(StreamId streamId, GrainId grainId) =>
        SubscribersOf(streamId).Contains(grainId.Type) && grainId.Key.AsSpan().SequenceEqual(streamId.Key.Span);

    private List<GrainType> SubscribersOf(StreamId streamId) => _subscribers.GetOrAdd(
        streamId.GetNamespace() ?? "",
        streamNamespace => [.. classes.All.Where(candidate => candidate.StreamNamespaces.Contains(streamNamespace)).Select(found => found.GrainType)]);

    private StreamDelivery CreateDelivery((StreamId StreamId, GrainId GrainId) key) => new(
        new StreamKey(name, key.StreamId),
        key.GrainId,
        dispatcher,
        options.Value,
        timeProvider,
        logger,
        delivery => _deliveries.TryRemove(new(key, delivery)));
}
