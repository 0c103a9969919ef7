namespace CmeOrleans.Silo.Faults;

/// <summary>What kind of fault a call on a grain met, as far as a caller is concerned.</summary>
public enum NodeFault
{
    /// <summary>A bug: nothing that waiting would mend.</summary>
    Unexpected = 0,

    /// <summary>The store or the node did not answer in time. A repeat with the same key is safe.</summary>
    Unavailable = 1,

    /// <summary>A bounded queue is full.</summary>
    Overloaded = 2,

    /// <summary>This one ledger holds something that cannot be trusted; others are not concerned.</summary>
    LedgerUnreadable = 3,

    /// <summary>What the caller sent is more, or something else, than a row of a ledger can hold. Nothing was stored.</summary>
    NotStorable = 4,
}
