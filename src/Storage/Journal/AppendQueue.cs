using System.Runtime.InteropServices;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Journal;

/// <summary>
/// Appends in the order of arrival, one lane per ledger. Of a lane only the first is ever ready or under way, so a batch
/// has at most one row per ledger and a ledger is in at most one batch. Two rows of one ledger in one statement would
/// store the second even when the place of the first was taken by somebody else.
/// </summary>
/// <remarks>Not thread-safe: its owner holds a lock.</remarks>
internal sealed class AppendQueue(int appendsMax, int rowsMax, int bytesMax)
{
    // The last append of each lane.
    private readonly Dictionary<string, PendingAppend> _lanes = new(StringComparer.Ordinal);
    private readonly Queue<PendingAppend> _ready = new();
    private readonly Queue<PendingAppend> _byDeadline = new();

    /// <summary>Appends that wait or are under way.</summary>
    public int Count { get; private set; }

    public int ReadyCount => _ready.Count;

    /// <summary>Takes the append in, unless the queue is full.</summary>
    public bool TryEnqueue(PendingAppend pending)
    {
        if (Count >= appendsMax)
        {
            return false;
        }

        Count++;
        _byDeadline.Enqueue(pending);
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_lanes, pending.Row.LedgerId, out var isOccupied);
        if (isOccupied)
        {
            last!.NextOfLedger = pending;
        }
        else
        {
            _ready.Enqueue(pending);
        }

        last = pending;
        return true;
    }

    /// <summary>
    /// Fills <paramref name="batch"/> with the appends to send next, in ordinal order of the ledger: two statements that
    /// meet take their locks in the same order and do not deadlock.
    /// </summary>
    public void TakeBatch(List<PendingAppend> batch)
    {
        Invariant.Require(batch.Count == 0, "A batch is taken into an empty list.");
        var bytes = 0;
        while (batch.Count < rowsMax && _ready.TryPeek(out var pending))
        {
            if (batch.Count > 0 && bytes + pending.BytesEstimate > bytesMax)
            {
                break;
            }

            _ready.Dequeue();
            if (pending.IsAnswered)
            {
                // It was never sent and its caller has left.
                Release(pending);
                continue;
            }

            bytes += pending.BytesEstimate;
            batch.Add(pending);
        }

        batch.Sort(static (left, right) => string.CompareOrdinal(left.Row.LedgerId, right.Row.LedgerId));
    }

    /// <summary>Lets the next append of the ledger go, now that what became of this one is known.</summary>
    public void Release(PendingAppend pending)
    {
        Count--;
        var last = pending;

        // What was chained to a row that is not stored has lost its place with it: stored, it would follow another row.
        while (last.NextOfLedger is { } lost && !last.IsStored && lost.IsChainedTo(last))
        {
            lost.TrySetResult(new(AppendStatus.SeqTaken, default, null));
            Count--;
            last = lost;
        }

        if (last.NextOfLedger is { } next)
        {
            _ready.Enqueue(next);
        }
        else
        {
            _lanes.Remove(last.Row.LedgerId);
        }

        while (_byDeadline.TryPeek(out var oldest) && oldest.IsAnswered)
        {
            _byDeadline.Dequeue();
        }
    }

    /// <summary>The oldest append without an answer whose time is up at <paramref name="now"/>, if there is one.</summary>
    /// <param name="nextDeadline">Otherwise the next deadline, or <see langword="null"/> when none is open.</param>
    public PendingAppend? TakeOverdue(long now, out long? nextDeadline)
    {
        nextDeadline = null;
        while (_byDeadline.TryPeek(out var oldest))
        {
            if (!oldest.IsAnswered && oldest.DeadlineTimestamp > now)
            {
                nextDeadline = oldest.DeadlineTimestamp;
                return null;
            }

            _byDeadline.Dequeue();
            if (!oldest.IsAnswered)
            {
                return oldest;
            }
        }

        return null;
    }
}
