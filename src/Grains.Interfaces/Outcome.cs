namespace CmeOrleans.Grains.Interfaces;

/// <summary>How a grain answered. The numbers are part of the wire format and are never reused.</summary>
public enum Outcome
{
    None = 0,

    /// <summary>Done now.</summary>
    Done = 1,

    /// <summary>Done before, under the same key with the same content; the value is the first answer.</summary>
    Repeated = 2,

    /// <summary>The key was used before with other content.</summary>
    KeyReused = 3,

    /// <summary>A rule refuses it; the refusal says which.</summary>
    Refused = 4,

    /// <summary>What it names does not exist.</summary>
    NotFound = 5,

    /// <summary>The version the caller relies on is not the current one.</summary>
    VersionConflict = 6,
}
