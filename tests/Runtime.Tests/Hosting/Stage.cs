using System.Collections.Concurrent;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Where tests and grains meet: gates that a test opens, and notes that grains leave.</summary>
internal sealed class Stage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();
    private readonly ConcurrentQueue<string> _notes = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public IReadOnlyList<string> Notes => [.. _notes];

    public Task WaitAsync(string gate) => GateOf(gate).Task;

    public void Open(string gate) => GateOf(gate).TrySetResult();

    public void OpenAll()
    {
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

    public int Change(string counter, int by) => _counts.AddOrUpdate(counter, by, (_, count) => count + by);

    private TaskCompletionSource GateOf(string gate) =>
        _gates.GetOrAdd(gate, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private TaskCompletionSource AwaitedOf(string text) =>
        _awaited.GetOrAdd(text, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
