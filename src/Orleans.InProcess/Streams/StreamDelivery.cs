using Microsoft.Extensions.Logging;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>The events of one stream on their way to one grain: one after the other, each until it is taken or given up.</summary>
internal sealed partial class StreamDelivery(
    StreamKey key,
    GrainId grainId,
    GrainDispatcher dispatcher,
    InProcessActorOptions options,
    TimeProvider timeProvider,
    ILogger logger,
    Action<StreamDelivery> remove)
{
    private readonly Queue<IStreamEvent> _events = new();
    private readonly Lock _lock = new();
    private bool _isStarted;
    private bool _isClosed;

    /// <summary>Takes an event; <see langword="false"/> when this delivery has ended and a new one must be made.</summary>
    /// <exception cref="LimitExceededException">Too many events wait.</exception>
    public bool TryAdd(IStreamEvent streamEvent)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return false;
            }

            if (_events.Count >= options.StreamItemsWaitingMax)
            {
                throw new LimitExceededException("StreamItemsWaitingMax", _events.Count, options.StreamItemsWaitingMax, grainId);
            }

            _events.Enqueue(streamEvent);
            if (_isStarted)
            {
                return true;
            }

            _isStarted = true;
        }

        // Not a turn of whoever publishes, and not in its request context.
        ThreadPool.UnsafeQueueUserWorkItem(static delivery => _ = delivery.RunAsync(), this, preferLocal: true);
        return true;
    }

    private async Task RunAsync()
    {
        while (TryPeek(out var streamEvent))
        {
            await DeliverAsync(streamEvent);
            lock (_lock)
            {
                _events.Dequeue();
            }
        }
    }

    private bool TryPeek(out IStreamEvent streamEvent)
    {
        lock (_lock)
        {
            if (_events.TryPeek(out streamEvent!))
            {
                return true;
            }

            _isClosed = true;
            remove(this);
            return false;
        }
    }

    private async Task DeliverAsync(IStreamEvent streamEvent)
    {
        var delay = options.StreamRetryDelay;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await SendAsync(streamEvent);
                return;
            }
            catch (SiloUnavailableException)
            {
                // The runtime stops, and streams are memory: what was not delivered ends here.
                return;
            }
            catch (Exception exception) when (attempt < options.StreamDeliveryAttemptsMax)
            {
                LogAttemptFailed(logger, exception, attempt, key.StreamId, grainId);
            }
            catch (Exception exception)
            {
                LogGivenUp(logger, exception, key.StreamId, grainId);
                await TellOfFailureAsync(streamEvent, exception);
                return;
            }

            await Task.Delay(delay, timeProvider);
            delay *= 2;
        }
    }

    private async Task TellOfFailureAsync(IStreamEvent failed, Exception failure)
    {
        try
        {
            await SendAsync(new StreamFailure(failed, failure));
        }
        catch (Exception exception)
        {
            // The grain cannot be told. The log has been.
            LogNotTold(logger, exception, key.StreamId, grainId);
        }
    }

    private async Task SendAsync(IStreamEvent streamEvent)
    {
        var call = new StreamEventCall(key, streamEvent);
        dispatcher.Send(grainId, call, StreamEventCall.Description);
        await call.Task;
    }

    [LoggerMessage(LogLevel.Warning, "Attempt {Attempt} to deliver from stream {StreamId} to grain {GrainId} failed.")]
    private static partial void LogAttemptFailed(ILogger logger, Exception exception, int attempt, StreamId streamId, GrainId grainId);

    [LoggerMessage(LogLevel.Error, "An item of stream {StreamId} could not be delivered to grain {GrainId} and is given up.")]
    private static partial void LogGivenUp(ILogger logger, Exception exception, StreamId streamId, GrainId grainId);

    [LoggerMessage(LogLevel.Warning, "Grain {GrainId} could not be told of the failure of stream {StreamId}.")]
    private static partial void LogNotTold(ILogger logger, Exception exception, StreamId streamId, GrainId grainId);
}
