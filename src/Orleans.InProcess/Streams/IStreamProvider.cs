using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>Gives access to streams. Registered as a keyed service; the key is the name of the provider.</summary>
public interface IStreamProvider
{
    string Name { get; }

    bool IsRewindable { get; }

    IAsyncStream<T> GetStream<T>(StreamId streamId);
}
