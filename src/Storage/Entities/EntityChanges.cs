using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Entities;

/// <summary>When which state was written, so that what is remembered of the others need not be read again.</summary>
/// <remarks>
/// The times lie in a table of fixed size by the hash of state and key. Two states that share a place make each other
/// look changed; that costs a read and nothing else.
/// </remarks>
/// <param name="isShared">Whether other nodes write to the store, too. Then somebody has to tell what they wrote, again and again.</param>
internal sealed class EntityChanges(TimeProvider time, bool isShared) : IEntityChanges
{
    /// <summary>How old the last word about other nodes may be.</summary>
    public static readonly TimeSpan WordAgeMax = TimeSpan.FromSeconds(3);

    /// <summary>How old something remembered may be where others write, whatever was heard: should a word ever be missed, it is not missed for ever.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(5);

    private const int PlacesCount = 1 << 16;

    private readonly long[] _writtenAt = new long[PlacesCount];
    private long _allWrittenAt = long.MinValue;
    private long _heardAt = long.MinValue;

    public long Now => time.GetTimestamp();

    // Whether there was word comes first: what that word was about has then been noted.
    public bool IsUnchanged(string stateName, string key, long readAt) =>
        (!isShared || (HasHeard() && time.GetElapsedTime(readAt) < AgeMax))
        && readAt > Volatile.Read(ref _writtenAt[PlaceOf(stateName, key)])
        && readAt > Volatile.Read(ref _allWrittenAt);

    /// <summary>The state may have been written at any time until now.</summary>
    public void Note(string stateName, string key) => Volatile.Write(ref _writtenAt[PlaceOf(stateName, key)], Now);

    /// <summary>Any state may have been written at any time until now.</summary>
    public void NoteAll() => Volatile.Write(ref _allWrittenAt, Now);

    /// <summary>Whatever anybody wrote before <paramref name="askedAt"/> has been noted.</summary>
    public void HearAsOf(long askedAt) => Volatile.Write(ref _heardAt, askedAt);

    private static int PlaceOf(string stateName, string key) =>
        (int)((uint)HashCode.Combine(string.GetHashCode(stateName), string.GetHashCode(key)) % PlacesCount);

    private bool HasHeard()
    {
        var heardAt = Volatile.Read(ref _heardAt);
        return heardAt != long.MinValue && time.GetElapsedTime(heardAt) < WordAgeMax;
    }
}
