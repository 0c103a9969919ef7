namespace Orleans.Runtime;

/// <summary>A call of a method with a result. Emitted subclasses hold the arguments.</summary>
internal abstract class TaskCall<TResult> : GrainCall<TResult>
{
    public sealed override void Start(object grain, Activation activation)
    {
        Task<TResult> task;
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
            End(activation, task.Result);
        }
        else
        {
            _ = EndAsync(task, activation);
        }
    }

    protected abstract Task<TResult> Invoke(object grain);

    private async Task EndAsync(Task<TResult> task, Activation activation)
    {
        TResult result;
        try
        {
            result = await task;
        }
        catch (Exception exception)
        {
            End(activation, exception);
            return;
        }

        End(activation, result);
    }
}
