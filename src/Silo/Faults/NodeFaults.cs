using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Silo.Faults;

/// <summary>Sorts the exceptions that leave a grain, for front doors, which know neither the rules nor the store.</summary>
public static class NodeFaults
{
    public static NodeFault Classify(Exception exception) => exception switch
    {
        StorageUnavailableException or BillingUnavailableException or TimeoutException or OrleansMessageRejectionException => NodeFault.Unavailable,
        LimitExceededException => NodeFault.Overloaded,
        LedgerRowRefusedException => NodeFault.NotStorable,
        LedgerRowUnreadableException or InvariantViolationException or SealBrokenException => NodeFault.LedgerUnreadable,

        // The runtime wraps what a grain met while it was activated.
        OrleansException { InnerException: { } inner } => Classify(inner),
        _ => NodeFault.Unexpected,
    };
}
