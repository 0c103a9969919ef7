namespace CmeOrleans.Grains.Ports;

/// <summary>A mail was not handed over.</summary>
/// <remarks>The message is safe to log: it names a status or a kind of error, never an address or what a server said about one.</remarks>
public sealed class MailNotSentException : Exception
{
    public MailNotSentException(string message, bool isFinal)
        : base(message) => IsFinal = isFinal;

    /// <summary>The other side refused this mail for good; trying again would change nothing.</summary>
    public bool IsFinal { get; }
}
