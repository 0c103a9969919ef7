namespace Orleans.Streams;

/// <summary>Something that happened on a stream: an item, its completion or an error.</summary>
internal interface IStreamEvent
{
    Task DeliverAsync(object observer);

    /// <summary>Tells the observer that the event was not delivered and will not be offered again.</summary>
    Task TellOfFailureAsync(object observer, Exception exception);
}
