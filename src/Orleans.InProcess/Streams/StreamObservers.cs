using Orleans.Runtime;
using Orleans.Streams.Core;

namespace Orleans.Streams;

/// <summary>Which observer of an activation is attached to which stream. Used in turns of the activation only.</summary>
internal sealed class StreamObservers(Activation activation)
{
    private readonly Dictionary<StreamKey, object> _observers = [];
    private readonly HashSet<StreamKey> _announced = [];

    public void Attach(StreamKey key, object observer) => _observers[key] = observer;

    public void Detach(StreamKey key) => _observers.Remove(key);

    /// <summary>The observer of a stream, or <see langword="null"/>. A grain that attaches on demand is asked to, once.</summary>
    public async ValueTask<object?> FindAsync(StreamKey key)
    {
        if (!_observers.ContainsKey(key)
            && !_announced.Contains(key)
            && activation.GrainInstance is IStreamSubscriptionObserver subscriptionObserver)
        {
            await subscriptionObserver.OnSubscribed(new InProcessSubscriptionHandleFactory(activation, key));
            _announced.Add(key);
        }

        return _observers.GetValueOrDefault(key);
    }
}
