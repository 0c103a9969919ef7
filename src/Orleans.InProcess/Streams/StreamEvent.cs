namespace Orleans.Streams;

/// <summary>An event of a stream of <typeparamref name="T"/>: what to call on the observer.</summary>
internal sealed class StreamEvent<T>(Func<IAsyncObserver<T>, Task> deliverAsync) : IStreamEvent
{
    public Task DeliverAsync(object observer) => deliverAsync((IAsyncObserver<T>)observer);

    public Task TellOfFailureAsync(object observer, Exception exception) => ((IAsyncObserver<T>)observer).OnErrorAsync(exception);
}
