namespace Orleans.Streams;

/// <summary>Receives the items of a stream.</summary>
public interface IAsyncObserver<in T>
{
    /// <summary>Takes one item. The item counts as delivered when the task completes; a failure is tried again.</summary>
    Task OnNextAsync(T item, StreamSequenceToken? token = null);

    Task OnCompletedAsync() => Task.CompletedTask;

    Task OnErrorAsync(Exception ex);
}
