namespace CmeOrleans.Storage;

/// <summary>The store cannot be used as it is configured. The message names the setting; the process does not start.</summary>
public sealed class StorageStartException : Exception
{
    public StorageStartException(string message)
        : base(message)
    {
    }

    public StorageStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
