namespace Orleans.Runtime;

/// <summary>One call on its way: queued at an activation, then run in its turns, then answered.</summary>
internal interface IGrainCall
{
    GrainMethod Method { get; }

    CallFlow? Flow { get; }

    /// <summary>Whether the caller has its answer, perhaps before the call ended or even began (timeout, cancellation).</summary>
    bool IsAnswered { get; }

    /// <summary>The coarse time, in ticks, at which the caller stops waiting.</summary>
    long DeadlineTicks { get; }

    /// <summary>When the call was sent, as a timestamp of the time provider; zero when nobody measures.</summary>
    long SentTimestamp { get; }

    /// <summary>Whether the call keeps the activation from being idle.</summary>
    bool IsUse { get; }

    /// <summary>Whether the call moves on to the next activation when this one ends before the call began.</summary>
    bool MovesToNextActivation { get; }

    /// <summary>How many activations ended without having run any call while this one waited.</summary>
    int FruitlessMovesCount { get; set; }

    /// <summary>Runs the call. It tells the activation when it ended, on the scheduler of the activation. Never throws.</summary>
    void Start(object grain, Activation activation);

    /// <summary>Answers with an exception, unless there is an answer already.</summary>
    bool Fail(Exception exception);
}
