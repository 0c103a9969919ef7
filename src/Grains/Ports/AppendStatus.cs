namespace CmeOrleans.Grains.Ports;

/// <summary>What became of an append.</summary>
public enum AppendStatus
{
    None = 0,

    /// <summary>The row is stored.</summary>
    Stored = 1,

    /// <summary>The key with the same fingerprint was stored before; the earlier row is the answer.</summary>
    Repeated = 2,

    /// <summary>The key was stored before with another fingerprint.</summary>
    KeyReused = 3,

    /// <summary>
    /// Another writer has taken the seq, or the row in front of it is not the one this row is chained to: read what the
    /// journal has and decide again.
    /// </summary>
    SeqTaken = 4,
}
