using System.Collections.Concurrent;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace CmeOrleans.Silo.Tests;

/// <summary>Keeps states in memory, with the rule that matters: a first write is refused when there is one.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<string, object> _states = new();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _states.TryGetValue(stateName, out var state);
        grainState.State = (T?)state;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        _states.TryAdd(stateName, grainState.State!)
            ? Task.CompletedTask
            : throw new InconsistentStateException("Somebody was faster.");

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
}
