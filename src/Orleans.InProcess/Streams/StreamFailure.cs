namespace Orleans.Streams;

/// <summary>Tells an observer that an event was given up.</summary>
internal sealed class StreamFailure(IStreamEvent failed, Exception failure) : IStreamEvent
{
    public Task DeliverAsync(object observer) => failed.TellOfFailureAsync(observer, failure);

    public Task TellOfFailureAsync(object observer, Exception exception) => Task.CompletedTask;
}
