namespace CmeOrleans.Grains.Ports;

/// <summary>What a node must know of its store to say whether it can serve.</summary>
public interface IStorageHealth
{
    /// <summary>Asks the store: reachable, migrated, how far the clocks are apart, how much waits to be written. Bounded by two seconds.</summary>
    Task<StorageHealth> CheckAsync(CancellationToken cancellationToken);

    /// <summary>
    /// How far this node's clock is ahead of the database's, as last seen. Commands that depend on expiry are refused
    /// beyond two seconds either way. Zero where the process owns the store.
    /// </summary>
    TimeSpan ClockSkew { get; }
}

/// <param name="Backlog">Appends that wait to be sent.</param>
public sealed record StorageHealth(bool IsReachable, bool IsMigrated, TimeSpan ClockSkew, int Backlog);
