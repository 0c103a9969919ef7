using System.Collections.Concurrent;
using Orleans.Storage;

namespace CmeOrleans.Runtime.Tests;

internal sealed class ProbeGrain(Stage stage, ScopedProbe probe) : Grain, IProbeGrain, IDisposable
{
    private static readonly ConcurrentDictionary<string, Barrier> Meetings = new();

    private readonly Guid _activation = Guid.NewGuid();
    private readonly List<int> _appended = [];
    private int _counter;

    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        stage.Note($"{Key} activates");
        if (stage.Change($"{Key} active", 1) != 1)
        {
            stage.Note("two activations at once");
        }

        await Task.Yield();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        stage.Change($"{Key} active", -1);
        stage.Note($"{Key} deactivates: {reason.ReasonCode}");
    }

    public Task<Guid> GetActivationAsync() => Task.FromResult(probe.Id == Guid.Empty ? Guid.Empty : _activation);

    public Task<string> EchoAsync(string text, int number, Guid id) => Task.FromResult($"{text} {number} {id}");

    public ValueTask<int> DoubleAsync(int number) => new(2 * number);

    public async ValueTask NoteAsync(string text)
    {
        await Task.Yield();
        stage.Note(text);
    }

    public async Task FailAsync(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task FailBeforeTaskAsync(string message) => throw new InvalidOperationException(message);

    public Task FailInconsistentlyAsync() => throw new InconsistentStateException("stale");

    public Task HoldAsync(string gate) => HoldCoreAsync(gate);

    public Task ReadHoldAsync(string gate) => HoldCoreAsync(gate);

    public Task InterleaveHoldAsync(string gate) => HoldCoreAsync(gate);

    public Task HoldOneWayAsync(string gate) => HoldCoreAsync(gate);

    public async Task HoldUntilCanceledAsync(CancellationToken cancellationToken)
    {
        stage.Note($"{Key} cancelable");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            stage.Note($"{Key} canceled");
        }
    }

    public async Task<int> IncrementSlowlyAsync()
    {
        var read = _counter;
        await Task.Yield();
        return _counter = read + 1;
    }

    public Task AppendAsync(int number)
    {
        _appended.Add(number);
        return Task.CompletedTask;
    }

    public Task<int[]> GetAppendedAsync() => Task.FromResult(_appended.ToArray());

    public async Task<bool[]> TryAwaitsAsync()
    {
        var scheduler = TaskScheduler.Current;
        List<bool> isBack = [scheduler != TaskScheduler.Default];
        await Task.Yield();
        isBack.Add(TaskScheduler.Current == scheduler);
        var onPool = await Task.Run(() => TaskScheduler.Current == TaskScheduler.Default);
        isBack.Add(onPool && TaskScheduler.Current == scheduler);
        await Task.WhenAll(Task.Run(() => { }), Task.Delay(1));
        isBack.Add(TaskScheduler.Current == scheduler);
        isBack.Add(await Task.Factory.StartNew(() => TaskScheduler.Current == scheduler));
        return [.. isBack];
    }

    public Task MeetAsync(string other)
    {
        var names = new[] { Key, other };
        Array.Sort(names, StringComparer.Ordinal);
        stage.Note($"{Key} waits for {other}");
        var isMet = Meetings.GetOrAdd(string.Join('+', names), _ => new Barrier(2)).SignalAndWait(TimeSpan.FromSeconds(20));
        return isMet ? Task.CompletedTask : throw new TimeoutException("The other call did not run at the same time.");
    }

    public Task MeetBothAsync(string first, string second) => Task.WhenAll(
        GrainFactory.GetGrain<IProbeGrain>(first).MeetAsync(second), GrainFactory.GetGrain<IProbeGrain>(second).MeetAsync(first));

    public async Task CallSelfAsync()
    {
        var call = this.AsReference<IProbeGrain>().GetActivationAsync();
        stage.Note($"{Key} calls itself");
        try
        {
            await call;
        }
        finally
        {
            stage.Note($"{Key} gave up on itself");
        }
    }

    public Task CallInconsistentAsync(string key) => GrainFactory.GetGrain<IProbeGrain>(key).FailInconsistentlyAsync();

    public Task DeactivateAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task DelayDeactivationAsync(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public Task<object?> GetRequestContextAsync(string name) => Task.FromResult(RequestContext.Get(name));

    public void Dispose() => stage.Note($"{Key} disposed");

    private async Task HoldCoreAsync(string gate)
    {
        stage.Note($"{gate} begins");
        await stage.WaitAsync(gate);
        stage.Note($"{gate} ends");
    }
}
