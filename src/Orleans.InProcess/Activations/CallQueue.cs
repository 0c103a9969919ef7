using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>The calls of one activation, and the rule by which they start. Not safe for threads by itself.</summary>
/// <remarks>
/// Calls start in order of arrival: the first waiting call starts when nothing runs, or when it and everything that runs
/// is read-only. A read-only call does not pass a waiting one, so that readers cannot hold up a writer for ever. Only
/// calls that always interleave go their own way.
/// </remarks>
internal sealed class CallQueue(bool isReentrant)
{
    private readonly List<IGrainCall> _running = [];
    private Queue<IGrainCall> _waiting = new();
    private Queue<IGrainCall>? _interleaving;
    private int _readersCount;
    private int _writersCount;

    public int WaitingCount => _waiting.Count + (_interleaving?.Count ?? 0);

    public int RunningCount => _running.Count;

    public bool IsEmpty => RunningCount == 0 && WaitingCount == 0;

    public void Add(IGrainCall call)
    {
        if (call.Method.IsAlwaysInterleave)
        {
            (_interleaving ??= new()).Enqueue(call);
        }
        else
        {
            _waiting.Enqueue(call);
        }
    }

    /// <summary>Takes the next call that may start now, and counts it as running.</summary>
    public bool TryTake([NotNullWhen(true)] out IGrainCall? call)
    {
        if (_interleaving is { Count: > 0 })
        {
            call = _interleaving.Dequeue();
        }
        else if (_waiting.TryPeek(out call) && MayStart(call))
        {
            _waiting.Dequeue();
            _readersCount += call.Method.IsReadOnly ? 1 : 0;
            _writersCount += call.Method.IsReadOnly ? 0 : 1;
        }
        else
        {
            return false;
        }

        _running.Add(call);
        return true;
    }

    /// <summary>Whether <see cref="TryTake"/> would find a call.</summary>
    public bool CanTake() => _interleaving is { Count: > 0 } || (_waiting.TryPeek(out var call) && MayStart(call));

    public void End(IGrainCall call)
    {
        _running.Remove(call);
        if (!call.Method.IsAlwaysInterleave)
        {
            _readersCount -= call.Method.IsReadOnly ? 1 : 0;
            _writersCount -= call.Method.IsReadOnly ? 0 : 1;
        }
    }

    /// <summary>Removes all calls that have not started, in their order.</summary>
    public List<IGrainCall> TakeWaiting()
    {
        List<IGrainCall> calls = [.. _interleaving ?? [], .. _waiting];
        _interleaving = null;
        _waiting.Clear();
        return calls;
    }

    /// <summary>The calls whose callers have waited long enough. Those that have not started leave the queue.</summary>
    /// <remarks>Nearly every look finds nothing, and there is one per busy activation and granule of the clock: that leaves no garbage.</remarks>
    public IGrainCall[] TakeExpired(long nowTicks) => HasExpired(nowTicks) ? RemoveExpired(nowTicks) : [];

    private bool HasExpired(long nowTicks)
    {
        foreach (var call in _running)
        {
            if (IsExpired(call, nowTicks))
            {
                return true;
            }
        }

        foreach (var call in _waiting)
        {
            if (IsExpired(call, nowTicks))
            {
                return true;
            }
        }

        if (_interleaving is not null)
        {
            foreach (var call in _interleaving)
            {
                if (IsExpired(call, nowTicks))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private IGrainCall[] RemoveExpired(long nowTicks)
    {
        IGrainCall[] expired = [.. _running.Concat(_waiting).Concat(_interleaving ?? []).Where(call => IsExpired(call, nowTicks))];
        _waiting = new(_waiting.Except(expired));
        _interleaving = _interleaving is null ? null : new(_interleaving.Except(expired));
        return expired;
    }

    private static bool IsExpired(IGrainCall call, long nowTicks) => call.DeadlineTicks <= nowTicks && !call.IsAnswered;

    private bool MayStart(IGrainCall call) =>
        isReentrant || (_writersCount == 0 && (_readersCount == 0 || call.Method.IsReadOnly));
}
