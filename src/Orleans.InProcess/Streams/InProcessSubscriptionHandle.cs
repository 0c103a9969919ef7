using System.Security.Cryptography;
using System.Text;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>The implicit subscription of one grain, as seen by its activation.</summary>
internal sealed class InProcessSubscriptionHandle<T>(Activation activation, StreamKey key) : StreamSubscriptionHandle<T>
{
    public override StreamId StreamId => key.StreamId;

    public override string ProviderName => key.ProviderName;

    /// <summary>The same for the same subscription, in every activation and process.</summary>
    public override Guid HandleId =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{key.ProviderName}/{key.StreamId}/{activation.GrainId}")).AsSpan(0, 16));

    public override Task UnsubscribeAsync()
    {
        activation.StreamObservers.Detach(key);
        return Task.CompletedTask;
    }

    public override Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null)
    {
        ArgumentNullException.ThrowIfNull(observer);
        activation.StreamObservers.Attach(key, observer);
        return Task.FromResult<StreamSubscriptionHandle<T>>(this);
    }

    public override bool Equals(StreamSubscriptionHandle<T>? other) => other is not null && HandleId == other.HandleId;
}
