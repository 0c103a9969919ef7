using Orleans.Runtime;

namespace Orleans.Streams;

/// <inheritdoc cref="IAsyncStream{T}"/>
internal sealed class InProcessStream<T>(InProcessStreamProvider provider, StreamId streamId) : IAsyncStream<T>
{
    public bool IsRewindable => false;

    public string ProviderName => provider.Name;

    public StreamId StreamId => streamId;

    public Task OnNextAsync(T item, StreamSequenceToken? token = null) =>
        PublishAsync(position => new StreamEvent<T>(observer => observer.OnNextAsync(item, position)));

    public Task OnCompletedAsync() => PublishAsync(_ => new StreamEvent<T>(observer => observer.OnCompletedAsync()));

    public Task OnErrorAsync(Exception ex) => PublishAsync(_ => new StreamEvent<T>(observer => observer.OnErrorAsync(ex)));

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer) => SubscribeAsync(observer, null);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(
        IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null) => HandleOfCurrentGrain().ResumeAsync(observer, token);

    public Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles() =>
        Task.FromResult<IList<StreamSubscriptionHandle<T>>>([HandleOfCurrentGrain()]);

    public bool Equals(IAsyncStream<T>? other) => other is not null && ProviderName == other.ProviderName && StreamId == other.StreamId;

    public override bool Equals(object? obj) => Equals(obj as IAsyncStream<T>);

    public override int GetHashCode() => StreamId.GetHashCode();

    private InProcessSubscriptionHandle<T> HandleOfCurrentGrain() =>
        RuntimeContext.Current is Activation activation && provider.IsSubscribed(streamId, activation.GrainId)
            ? new(activation, new StreamKey(provider.Name, streamId))
            : throw new NotSupportedException("Only a grain with an implicit subscription to the stream can attach to it.");

    // As asynchronous calls do, this one reports its failure in the task.
    private Task PublishAsync(Func<InProcessSequenceToken, IStreamEvent> createEvent)
    {
        try
        {
            provider.Publish(streamId, createEvent);
            return Task.CompletedTask;
        }
        catch (LimitExceededException exception)
        {
            return Task.FromException(exception);
        }
    }
}
