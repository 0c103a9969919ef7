namespace Orleans.Runtime;

/// <summary>A call of a method without a result. Emitted subclasses hold the arguments.</summary>
internal abstract class VoidTaskCall : GrainCall<VoidTaskCall.Nothing>
{
    public sealed override void Start(object grain, Activation activation)
    {
        Task task;
        try
        {
            task = Invoke(grain) ?? throw new InvalidOperationException($"{Method.Name} returned no task.");
        }
        catch (Exception exception)
        {
            End(activation, exception);
            return;
        }

        if (task.IsCompletedSuccessfully)
        {
            End(activation, default(Nothing));
        }
        else
        {
            _ = EndAsync(task, activation);
        }
    }

    protected abstract Task Invoke(object grain);

    private async Task EndAsync(Task task, Activation activation)
    {
        try
        {
            await task;
        }
        catch (Exception exception)
        {
            End(activation, exception);
            return;
        }

        End(activation, default(Nothing));
    }

    internal readonly struct Nothing;
}
