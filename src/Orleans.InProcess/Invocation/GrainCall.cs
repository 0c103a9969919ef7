namespace Orleans.Runtime;

/// <summary>A call through a grain reference. It is its own completion source, to save an object per call.</summary>
internal abstract class GrainCall<TResult>() : TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously), IGrainCall
{
    private CancellationTokenRegistration _cancellation;

    public GrainMethod Method { get; private set; } = null!;

    public CallFlow? Flow { get; private set; }

    public bool IsAnswered => Task.IsCompleted;

    public long DeadlineTicks { get; private set; }

    public long SentTimestamp { get; private set; }

    public bool IsUse => true;

    public bool MovesToNextActivation => true;

    public int FruitlessMovesCount { get; set; }

    /// <summary>The cancellation token among the arguments, if there is one.</summary>
    public virtual CancellationToken CancellationToken => CancellationToken.None;

    public void Prepare(GrainMethod method, long deadlineTicks, long sentTimestamp)
    {
        Method = method;
        DeadlineTicks = deadlineTicks;
        SentTimestamp = sentTimestamp;
        Flow = CallFlow.Capture();

        // The caller need not wait for a grain that is slow to notice. The grain sees the same token and may stop, too.
        var token = CancellationToken;
        if (token.CanBeCanceled)
        {
            _cancellation = token.UnsafeRegister(static (call, token) => ((GrainCall<TResult>)call!).TrySetCanceled(token), this);
        }
    }

    public abstract void Start(object grain, Activation activation);

    public bool Fail(Exception exception)
    {
        _cancellation.Dispose();
        return exception is OperationCanceledException canceled
            ? TrySetCanceled(canceled.CancellationToken)
            : TrySetException(exception);
    }

    // The activation is told first: whoever sees the answer may rely on what it does about it, such as its end.
    protected void End(Activation activation, TResult result)
    {
        activation.EndCall(this, null);
        _cancellation.Dispose();
        TrySetResult(result);
    }

    protected void End(Activation activation, Exception exception)
    {
        activation.EndCall(this, exception);
        if (!Method.IsOneWay)
        {
            Fail(exception);
        }
    }
}
