namespace Orleans.Streams;

/// <summary>A stream. To call <see cref="IAsyncObserver{T}.OnNextAsync"/> on it is to publish.</summary>
public interface IAsyncStream<T> : IAsyncStream, IEquatable<IAsyncStream<T>>, IAsyncObservable<T>, IAsyncObserver<T>
{
    Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles();
}
