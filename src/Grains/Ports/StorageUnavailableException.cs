namespace CmeOrleans.Grains.Ports;

/// <summary>The store did not answer, or not in time. Whether a write took place is not known; a repeat with the same key is safe.</summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
