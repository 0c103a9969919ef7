using CmeOrleans.Grains.Interfaces;
using Orleans.Storage;

namespace CmeOrleans.Grains.Entities;

/// <summary>A mutable grain state that other nodes may change too, with what PUT and ETag ask of it.</summary>
/// <remarks>
/// Another process on the same store may hold an activation of the same grain. So what is remembered counts only while
/// the watch allows it, and an answer that says no is always read from the store first.
/// </remarks>
#pragma warning disable CA1001 // The gate never hands out a wait handle, so there is nothing to dispose of.
internal sealed class Entity<T>(IPersistentState<T> state, StateWatch watch)
    where T : class
#pragma warning restore CA1001
{
    private const int WriteAttemptsMax = 5;

    // A write and the reads that interleave with it share one state object; only one of them may use it at a time.
    private readonly SemaphoreSlim _gate = new(1, 1);

    // What is known to be stored. The state object also holds what is only about to be.
    private T? _stored;
    private string _storedETag = "";
    private bool _isKnown;

    // The runtime reads the state after it has made the grain, and this with it.
    private long _readAt = watch.Now;

    public string ETag
    {
        get
        {
            Know();
            return _storedETag;
        }
    }

    /// <summary>The state as last read or written, or <see langword="null"/> if there is none.</summary>
    public T? Value
    {
        get
        {
            Know();
            return _stored;
        }
    }

    public async Task<T?> ReadAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return await ReadThroughAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The state, a few seconds old at most where other nodes write; that there is none has been read now.</summary>
    public ValueTask<T?> ReadRecentAsync() =>
        Value is { } stored && watch.IsUnchanged(_readAt) ? new(stored) : new(ReadAsync());

    /// <summary>Replaces the state by what <paramref name="change"/> makes of it. Durable when the task completes.</summary>
    /// <param name="ifMatch">When given, the ETag that the stored state must have, or a <see cref="StoredTag"/>.</param>
    /// <param name="change">Gets the stored state; answers the new one, or the very same object to leave it.</param>
    public async Task<Outcome> WriteAsync(string? ifMatch, Func<T?, T> change)
    {
        await _gate.WaitAsync();
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var current = await ReadThroughAsync();
                if (ifMatch is not null && !IsMet(ifMatch, current))
                {
                    return Outcome.VersionConflict;
                }

                var changed = change(current);
                if (ReferenceEquals(changed, current) || await TryWriteAsync(changed, isLastAttempt: attempt == WriteAttemptsMax))
                {
                    return Outcome.Done;
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool IsMet(string ifMatch, T? current) => ifMatch switch
    {
        StoredTag.None => current is null,
        StoredTag.Any => current is not null,
        _ => current is not null && ifMatch == _storedETag,
    };

    /// <returns><see langword="false"/> when another node wrote between the read and the write: what it wrote is to be looked at.</returns>
    private async Task<bool> TryWriteAsync(T changed, bool isLastAttempt)
    {
        // Until the write has succeeded it is not known what is stored, so the next reader asks the store.
        _stored = null;
        state.State = changed;

        // From before: what somebody else wrote while this was on its way must not count as seen.
        var writtenAt = watch.Now;
        try
        {
            await state.WriteStateAsync();
        }
        catch (InconsistentStateException) when (!isLastAttempt)
        {
            return false;
        }

        Adopt(writtenAt);
        return true;
    }

    private async Task<T?> ReadThroughAsync()
    {
        var readAt = watch.Now;
        await state.ReadStateAsync();
        Adopt(readAt);
        return _stored;
    }

    // The runtime reads the state before the grain's first call.
    private void Know()
    {
        if (!_isKnown)
        {
            Adopt(_readAt);
        }
    }

    private void Adopt(long readAt)
    {
        _stored = state.RecordExists ? state.State : null;
        _storedETag = state.Etag ?? "";
        _readAt = readAt;
        _isKnown = true;
    }
}
