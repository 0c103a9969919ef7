using System.Globalization;
using System.Text.Json;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;
using Orleans.Storage;

namespace CmeOrleans.Storage.Entities;

/// <summary>Keeps the states of grains as JSON. The ETag is the version of the row.</summary>
/// <remarks>
/// A state is found by its name and the key of its grain, not by the type of the grain, so that a type can be renamed:
/// a state name belongs to one type of grain.
/// </remarks>
internal sealed class GrainStateStorage(IEntityTable table, EntityChanges changes, JsonSerializerOptions json) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await table.ReadAsync(stateName, KeyOf(grainId));
        grainState.ETag = stored is null ? null : ToETag(stored.Version);
        grainState.RecordExists = stored?.Body is not null;
        grainState.State = stored?.Body is { } body ? Deserialize<T>(stateName, body) : Activator.CreateInstance<T>();
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(grainState.State, json);
        await WriteAsync(stateName, grainId, grainState, body, (grainState.State as ITaggedState)?.Tag);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await WriteAsync(stateName, grainId, grainState, body: null, tag: null);
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private static string KeyOf(GrainId grainId) => grainId.Key.ToString()!;

    private static string ToETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    private static long ToVersion(string? eTag) => eTag is null ? 0 : long.Parse(eTag, NumberStyles.None, CultureInfo.InvariantCulture);

    private T Deserialize<T>(string stateName, byte[] body)
    {
        var state = JsonSerializer.Deserialize<T>(body, json);
        Invariant.Require(state is not null, $"A stored {stateName} is not null.");
        return state;
    }

    private async Task WriteAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, byte[]? body, string? tag)
    {
        var key = KeyOf(grainId);
        var expectedVersion = ToVersion(grainState.ETag);
        bool isWritten;
        try
        {
            isWritten = await table.WriteAsync(stateName, key, expectedVersion, body, tag);
        }
        finally
        {
            // Also when it failed: it may be stored all the same.
            changes.Note(stateName, key);
        }

        if (!isWritten)
        {
            var stored = await table.ReadAsync(stateName, key);
            throw new InconsistentStateException(
                $"The {stateName} of {grainId} was written by somebody else.",
                stored is null ? null : ToETag(stored.Version),
                grainState.ETag);
        }

        grainState.ETag = ToETag(expectedVersion + 1);
    }
}
