using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Entities;

/// <summary>Tells how long what was read of one stored state may be relied on.</summary>
internal readonly struct StateWatch(IEntityChanges changes, string stateName, string key)
{
    /// <summary>For states nobody remembers: it takes each for changed.</summary>
    public static StateWatch None => default;

    /// <summary>To be taken before a read.</summary>
    public long Now => changes?.Now ?? 0;

    public bool IsUnchanged(long readAt) => changes is not null && changes.IsUnchanged(stateName, key, readAt);
}
