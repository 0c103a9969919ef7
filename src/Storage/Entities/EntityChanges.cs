using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Entities;

/// <summary>When states were written, by this node or by others, as far as it is known here.</summary>
/// <remarks>
/// The times lie in a table of fixed size by the hash of state and key. Two states that share a place make each other
/// look changed; that costs a read and nothing else.
/// </remarks>
internal sealed class EntityChanges(TimeProvider time, bool isShared) : IEntityChanges
{
    // Of the node's knowledge of what others wrote; beyond it, nothing remembered counts.
    private static readonly TimeSpan AgeMax = TimeSpan.FromSeconds(2);

    private const int PlacesCount = 1 << 16;

    private readonly long[] _writtenAt = new long[PlacesCount];
    private long _allWrittenAt;
    private long _knownUntil;

    public long Now => time.GetTimestamp();

    public bool IsUnchanged(string stateName, string key, long readAt) =>
        readAt > Volatile.Read(ref _writtenAt[PlaceOf(stateName, key)])
        && readAt > Volatile.Read(ref _allWrittenAt)
        && (!isShared || time.GetElapsedTime(Volatile.Read(ref _knownUntil)) < AgeMax);

    /// <summary>The state may have been written at any time until now.</summary>
    public void Note(string stateName, string key) => Volatile.Write(ref _writtenAt[PlaceOf(stateName, key)], Now);

    /// <summary>Every state may have been written at any time until now.</summary>
    public void NoteAll() => Volatile.Write(ref _allWrittenAt, Now);

    /// <summary>All that others had written by then has been noted.</summary>
    public void KnowUntil(long timestamp) => Volatile.Write(ref _knownUntil, timestamp);

    private static int PlaceOf(string stateName, string key) =>
        (int)((uint)HashCode.Combine(string.GetHashCode(stateName), string.GetHashCode(key)) % PlacesCount);
}
