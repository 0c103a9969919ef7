namespace CmeOrleans.Grains.Ports;

/// <summary>Tells whether a state that was read a while ago may still be relied on.</summary>
public interface IEntityChanges
{
    /// <summary>A timestamp of the node's <see cref="TimeProvider"/>, to be taken before a read.</summary>
    long Now { get; }

    /// <summary>
    /// Whether nobody has written the state since <paramref name="readAt"/>, as far as this node knows. Of its own writes it knows
    /// at once, of those of other nodes within three seconds; when it does not hear of them for longer, the answer is no.
    /// </summary>
    bool IsUnchanged(string stateName, string key, long readAt);
}
