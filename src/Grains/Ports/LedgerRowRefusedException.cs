namespace CmeOrleans.Grains.Ports;

/// <summary>The store refuses this one row for what is in it (a text it cannot hold, a size over its bound). Nothing was stored.</summary>
public sealed class LedgerRowRefusedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
