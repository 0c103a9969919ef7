using System.Collections.Concurrent;
using System.Diagnostics;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Where tests and grains meet: gates that a test opens, and notes that grains leave.</summary>
internal sealed class Stage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();
    private readonly ConcurrentQueue<string> _notes = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private volatile bool _isOpen;

    public IReadOnlyList<string> Notes => [.. _notes];

    public Task WaitAsync(string gate) => GateOf(gate).Task;

    public void Open(string gate) => GateOf(gate).TrySetResult();

    /// <summary>Opens the gates that are there and those to come.</summary>
    public void OpenAll()
    {
        _isOpen = true;
        foreach (var gate in _gates.Values)
        {
            gate.TrySetResult();
        }
    }

    public void Note(string text)
    {
        _notes.Enqueue(text);
        AwaitedOf(text).TrySetResult();
    }

    public int CountOf(string text) => _notes.Count(note => note == text);

    /// <summary>Waits until a note with this text is there.</summary>
    public Task UntilAsync(string text) => AwaitedOf(text).Task.WaitAsync(Patience);

    /// <summary>Waits until a note with this text is there so often.</summary>
    public async Task UntilAsync(string text, int count)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var patience = Stopwatch.StartNew(); CountOf(text) < count;)
        {
            Assert.True(patience.Elapsed < Patience, $"'{text}' was noted {CountOf(text)} times.");
            await pause.WaitForNextTickAsync();
        }
    }

    public int Change(string counter, int by) => _counts.AddOrUpdate(counter, by, (_, count) => count + by);

    private TaskCompletionSource GateOf(string gate)
    {
        var found = _gates.GetOrAdd(gate, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_isOpen)
        {
            found.TrySetResult();
        }

        return found;
    }

    private TaskCompletionSource AwaitedOf(string text) =>
        _awaited.GetOrAdd(text, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
