namespace CmeOrleans.Grains.Ports;

/// <summary>A seal does not open: it was changed, belongs to another learner, or was made under another key.</summary>
/// <remarks>Its message names neither the learner nor anything that was sealed.</remarks>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException(string message)
        : base(message)
    {
    }

    public SealBrokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
