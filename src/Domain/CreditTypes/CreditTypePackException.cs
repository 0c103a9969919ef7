namespace CmeOrleans.Domain.CreditTypes;

/// <summary>A pack of credit types cannot be used. The message names the place in the file and what is wrong there.</summary>
public sealed class CreditTypePackException : Exception
{
    public CreditTypePackException(string message)
        : base(message)
    {
    }

    public CreditTypePackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
