namespace Orleans.Runtime;

/// <summary>The way of every call: from a reference to the activation of its grain.</summary>
internal sealed class GrainDispatcher(Catalog catalog, CallClock clock, RuntimeMetrics metrics, TimeProvider timeProvider)
{
    public void Send<TResult>(GrainId grainId, GrainCall<TResult> call, GrainMethod method)
    {
        call.Prepare(method, clock.DeadlineTicksFor(method), metrics.IsLatencyMeasured ? timeProvider.GetTimestamp() : 0);
        try
        {
            catalog.Enqueue(grainId, call);
        }
        catch (OrleansException exception)
        {
            // No queue took the call. That is the answer, and it comes the way of all answers.
            call.Fail(exception);
        }
    }

    public object CreateReference(Type interfaceType, GrainId grainId) => ProxyFactory.Create(interfaceType, grainId, this);
}
