namespace Orleans.Streams;

internal sealed class DelegateObserver<T>(Func<T, StreamSequenceToken?, Task> onNextAsync, Func<Exception, Task> onErrorAsync)
    : IAsyncObserver<T>
{
    public Task OnNextAsync(T item, StreamSequenceToken? token = null) => onNextAsync(item, token);

    public Task OnErrorAsync(Exception ex) => onErrorAsync(ex);
}
