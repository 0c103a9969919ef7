namespace CmeOrleans.Domain.Requirements;

/// <summary>Whether credit counts towards a requirement, and if not, why. The refusals are listed in the order in which they are tried.</summary>
public enum CreditStanding
{
    None = 0,

    /// <summary>It is claimed and counts.</summary>
    Counted = 1,

    /// <summary>It would count if it were claimed.</summary>
    Claimable = 2,

    /// <summary>Completed before the cycle began.</summary>
    BeforeCycle = 3,

    /// <summary>Completed after the cycle ended.</summary>
    AfterCycle = 4,

    /// <summary>Of a type that no bucket of the requirement counts.</summary>
    TypeNotCounted = 5,

    /// <summary>Attendance was certified; no credit was awarded.</summary>
    AttendanceOnly = 6,

    /// <summary>The same completion counts already, as credit of another type.</summary>
    CountedAsOtherType = 7,
}
