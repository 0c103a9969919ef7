namespace CmeOrleans.Grains.Ports;

/// <summary>What became of a mail.</summary>
public enum MailEnd
{
    None = 0,

    /// <summary>The transport took it over.</summary>
    Delivered = 1,

    /// <summary>It was refused for good, or the last attempt failed.</summary>
    GivenUp = 2,
}
