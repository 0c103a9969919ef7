namespace CmeOrleans.Domain.Packs;

/// <summary>A data pack cannot be used. The message names the place in the file and what is wrong there.</summary>
public sealed class PackException : Exception
{
    public PackException(string message)
        : base(message)
    {
    }

    public PackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
