using Orleans.Runtime;
using Orleans.Streams.Core;

namespace Orleans.Streams;

/// <inheritdoc cref="IStreamSubscriptionHandleFactory"/>
internal sealed class InProcessSubscriptionHandleFactory(Activation activation, StreamKey key) : IStreamSubscriptionHandleFactory
{
    public StreamId StreamId => key.StreamId;

    public string ProviderName => key.ProviderName;

    public StreamSubscriptionHandle<T> Create<T>() => new InProcessSubscriptionHandle<T>(activation, key);
}
