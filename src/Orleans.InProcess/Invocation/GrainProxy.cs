namespace Orleans.Runtime;

/// <summary>What all emitted references have in common: they hand their calls to the runtime.</summary>
internal abstract class GrainProxy(GrainId grainId, GrainDispatcher dispatcher) : GrainReference(grainId)
{
    internal override object Cast(Type interfaceType) => dispatcher.CreateReference(interfaceType, GrainId);

    protected Task<TResult> Send<TResult>(GrainCall<TResult> call, GrainMethod method)
    {
        dispatcher.Send(GrainId, call, method);
        return call.Task;
    }

    protected Task SendVoid(VoidTaskCall call, GrainMethod method)
    {
        dispatcher.Send(GrainId, call, method);
        return method.IsOneWay ? Task.CompletedTask : call.Task;
    }

    protected ValueTask<TResult> SendValue<TResult>(GrainCall<TResult> call, GrainMethod method) => new(Send(call, method));

    protected ValueTask SendVoidValue(VoidTaskCall call, GrainMethod method) => new(SendVoid(call, method));
}
