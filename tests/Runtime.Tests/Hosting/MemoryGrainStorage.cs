using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Storage;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Grain storage that counts its ETags up and can fail on cue.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (object? State, long Version)> _rows = new();

    public Exception? NextFailure { get; set; }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIfAsked();
        if (_rows.TryGetValue($"{grainId}/{stateName}", out var row))
        {
            grainState.State = (T?)row.State;
            grainState.ETag = row.Version.ToString(CultureInfo.InvariantCulture);
            grainState.RecordExists = true;
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIfAsked();
        var key = $"{grainId}/{stateName}";
        RequireETag(key, grainState.ETag);
        var version = _rows.TryGetValue(key, out var row) ? row.Version + 1 : 1;
        _rows[key] = (grainState.State, version);
        grainState.ETag = version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIfAsked();
        RequireETag($"{grainId}/{stateName}", grainState.ETag);
        _rows.TryRemove($"{grainId}/{stateName}", out _);
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    /// <summary>Another process writes each row again, so that every ETag in memory is stale.</summary>
    public void ChangeByOther()
    {
        foreach (var (key, row) in _rows)
        {
            _rows[key] = (row.State, row.Version + 1);
        }
    }

    private void RequireETag(string key, string? eTag)
    {
        var stored = _rows.TryGetValue(key, out var row) ? row.Version.ToString(CultureInfo.InvariantCulture) : null;
        if (stored != eTag)
        {
            throw new InconsistentStateException("Stale.", stored, eTag);
        }
    }

    private void ThrowIfAsked()
    {
        if (NextFailure is { } failure)
        {
            NextFailure = null;
            throw failure;
        }
    }
}
