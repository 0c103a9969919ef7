namespace CmeOrleans.Grains.Ports;

/// <summary>Tells whether a state that was read a while ago may still be relied on.</summary>
public interface IEntityChanges
{
    /// <summary>A timestamp of the node's <see cref="TimeProvider"/>, to be taken before a read.</summary>
    long Now { get; }

    /// <summary>
    /// Whether this node has not written the state since <paramref name="readAt"/>, and, where other nodes write to the
    /// store, that was less than half a minute ago.
    /// </summary>
    bool IsUnchanged(string stateName, string key, long readAt);
}
