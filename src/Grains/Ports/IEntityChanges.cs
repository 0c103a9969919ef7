namespace CmeOrleans.Grains.Ports;

/// <summary>Tells whether a state that was read a while ago is still what the store holds.</summary>
public interface IEntityChanges
{
    /// <summary>A timestamp of the node's <see cref="TimeProvider"/>, to be taken before a read.</summary>
    long Now { get; }

    /// <summary>
    /// Whether nobody has written the state since <paramref name="readAt"/>. What this node writes counts at once, what
    /// others write within about a second. When that is not known, the answer is no.
    /// </summary>
    bool IsUnchanged(string stateName, string key, long readAt);
}
