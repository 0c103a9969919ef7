using Orleans.Concurrency;

namespace CmeOrleans.Runtime.Tests;

/// <summary>A grain that does on request what tests want to see.</summary>
internal interface IProbeGrain : IGrainWithStringKey
{
    /// <summary>The id of the activation.</summary>
    Task<Guid> GetActivationAsync();

    Task<string> EchoAsync(string text, int number, Guid id);

    ValueTask<int> DoubleAsync(int number);

    ValueTask NoteAsync(string text);

    Task FailAsync(string message);

    Task FailBeforeTaskAsync(string message);

    Task FailInconsistentlyAsync();

    /// <summary>Notes its begin, waits for the gate, notes its end.</summary>
    Task HoldAsync(string gate);

    [ReadOnly]
    Task ReadHoldAsync(string gate);

    [AlwaysInterleave]
    Task InterleaveHoldAsync(string gate);

    [OneWay]
    Task HoldOneWayAsync(string gate);

    Task HoldUntilCanceledAsync(CancellationToken cancellationToken);

    /// <summary>Reads a counter, yields, and writes it back: only safe without interleaving.</summary>
    Task<int> IncrementSlowlyAsync();

    Task AppendAsync(int number);

    Task<int[]> GetAppendedAsync();

    /// <summary>Which of several kinds of await came back to the turns of this grain.</summary>
    Task<bool[]> TryAwaitsAsync();

    /// <summary>Blocks the thread until two calls are here at once.</summary>
    Task MeetAsync(string other);

    Task MeetBothAsync(string first, string second);

    Task CallSelfAsync();

    Task CallInconsistentAsync(string key);

    Task DeactivateAsync();

    Task DelayDeactivationAsync(TimeSpan time);

    Task<object?> GetRequestContextAsync(string name);
}
