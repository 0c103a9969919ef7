namespace CmeOrleans.Domain.Ledger;

/// <summary>A row of the journal cannot be understood or does not fit its chain. Its ledger answers nothing until a person has looked.</summary>
public sealed class LedgerRowUnreadableException : Exception
{
    public LedgerRowUnreadableException(string message)
        : base(message)
    {
    }

    public LedgerRowUnreadableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
