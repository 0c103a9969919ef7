namespace CmeOrleans.Grains.Interfaces;

/// <summary>What a write may rely on instead of the ETag that it has read.</summary>
public static class StoredTag
{
    /// <summary>That something is stored, whatever its ETag is.</summary>
    public const string Any = "*";

    /// <summary>That nothing is stored. No ETag is empty.</summary>
    public const string None = "";
}
