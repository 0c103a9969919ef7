namespace CmeOrleans.Grains.Interfaces.Billing;

/// <summary>What came of a notice. The numbers are part of the wire format and are never reused.</summary>
public enum PaymentNoticeOutcome
{
    None = 0,

    /// <summary>A year was granted.</summary>
    Granted = 1,

    /// <summary>The year had been granted for this payment before.</summary>
    Repeated = 2,

    /// <summary>It is of the payment service and asks for nothing: another kind of event, not paid, or not of ours.</summary>
    Ignored = 3,

    /// <summary>It is not of the payment service, or too old to be believed.</summary>
    Refused = 4,

    /// <summary>Nothing is sold here, so that nobody has a notice to give.</summary>
    NotSold = 5,
}
