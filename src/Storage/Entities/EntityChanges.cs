using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Entities;

/// <summary>When this node wrote which state, so that what it remembers of its own writes is never old.</summary>
/// <remarks>
/// The times lie in a table of fixed size by the hash of state and key. Two states that share a place make each other
/// look changed; that costs a read and nothing else.
/// </remarks>
/// <param name="isShared">Whether other nodes write to the store, too.</param>
internal sealed class EntityChanges(TimeProvider time, bool isShared) : IEntityChanges
{
    /// <summary>How old something remembered may be where others write, too.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromSeconds(30);

    private const int PlacesCount = 1 << 16;

    private readonly long[] _writtenAt = new long[PlacesCount];

    public long Now => time.GetTimestamp();

    public bool IsUnchanged(string stateName, string key, long readAt) =>
        readAt > Volatile.Read(ref _writtenAt[PlaceOf(stateName, key)]) && (!isShared || time.GetElapsedTime(readAt) < AgeMax);

    /// <summary>The state may have been written at any time until now.</summary>
    public void Note(string stateName, string key) => Volatile.Write(ref _writtenAt[PlaceOf(stateName, key)], Now);

    private static int PlaceOf(string stateName, string key) =>
        (int)((uint)HashCode.Combine(string.GetHashCode(stateName), string.GetHashCode(key)) % PlacesCount);
}
