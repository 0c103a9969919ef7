namespace CmeOrleans.Domain.Ledger;

/// <summary>
/// What came of a command on a ledger. Within a command the refusals stand in the order in which the rules are tried.
/// Names go to clients as refusal codes and numbers into metrics, so neither is changed or reused; a new one takes the
/// next number of its command.
/// </summary>
public enum LedgerStatus
{
    None = 0,
    Accepted = 1,

    /// <summary>The same command was accepted before; the answer is in its row.</summary>
    Repeated = 2,

    /// <summary>The key was used before for another command.</summary>
    IdempotencyKeyReused = 3,

    // Earning
    CourseUnknown = 100,
    TopicUnknown = 101,
    CourseNotOpen = 102,
    CompletedInFuture = 103,
    CompletedBeforeCourse = 104,
    ScoreBelowPassing = 105,
    AlreadyEarned = 106,

    // Claiming
    VersionConflict = 200,
    NoLines = 201,
    TooManyLines = 202,
    MembershipNotActive = 203,
    CreditTypeUnknown = 204,
    ProfileIncomplete = 205,

    /// <summary>At least one line is bad; every bad line has a status of its own below.</summary>
    LinesRefused = 206,

    /// <summary>The claim needs a larger row than a claim may have.</summary>
    ClaimTooLarge = 207,
    LineCreditUnknown = 220,
    LineWrongType = 221,
    LineExpired = 222,
    LineListedTwice = 223,
    LineAmountNotPositive = 224,
    LineNotMultipleOfStep = 225,
    LineMoreThanAvailable = 226,

    // Reversing an earning
    EarningUnknown = 300,
    EarningAlreadyReversed = 301,

    // Voiding a claim
    ClaimUnknown = 400,
    ClaimAlreadyVoided = 401,
}
