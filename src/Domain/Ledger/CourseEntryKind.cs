namespace CmeOrleans.Domain.Ledger;

/// <summary>
/// What a course entry says of an amount. Amounts are never negative; the kind gives the direction. The numbers are
/// stored and never change.
/// </summary>
public enum CourseEntryKind
{
    None = 0,

    /// <summary>A learner earned it: issued + amount.</summary>
    Earned = 1,

    /// <summary>Claimed: claimed + amount.</summary>
    Claimed = 2,

    /// <summary>Its claim-by date passed: expired + amount.</summary>
    Expired = 3,

    /// <summary>Taken back, or consumed because another type of its exclusive group was claimed: reversed + amount.</summary>
    Reversed = 4,

    /// <summary>A claim was voided: claimed − amount.</summary>
    Returned = 5,

    /// <summary>What an exclusive group had consumed is free again: reversed − amount.</summary>
    Reinstated = 6,
}
