namespace CmeOrleans.Domain.Ledger;

/// <summary>What clients and people read of a <see cref="LedgerStatus"/>.</summary>
public static class LedgerStatusTexts
{
    /// <summary>The stable code of a refusal, such as <c>membership-not-active</c>.</summary>
    public static string ToCode(this LedgerStatus status) => status switch
    {
        LedgerStatus.IdempotencyKeyReused => "idempotency-key-reused",
        LedgerStatus.CourseUnknown => "course-unknown",
        LedgerStatus.TopicUnknown => "topic-unknown",
        LedgerStatus.CourseNotOpen => "course-not-open",
        LedgerStatus.CompletedInFuture => "completed-in-future",
        LedgerStatus.CompletedBeforeCourse => "completed-before-course",
        LedgerStatus.ScoreBelowPassing => "score-below-passing",
        LedgerStatus.AlreadyEarned => "already-earned",
        LedgerStatus.VersionConflict => "version-conflict",
        LedgerStatus.NoLines => "no-lines",
        LedgerStatus.TooManyLines => "too-many-lines",
        LedgerStatus.MembershipNotActive => "membership-not-active",
        LedgerStatus.CreditTypeUnknown => "credit-type-unknown",
        LedgerStatus.ProfileIncomplete => "profile-incomplete",
        LedgerStatus.LinesRefused => "lines-refused",
        LedgerStatus.ClaimTooLarge => "claim-too-large",
        LedgerStatus.LineCreditUnknown => "credit-unknown",
        LedgerStatus.LineWrongType => "wrong-type",
        LedgerStatus.LineExpired => "expired",
        LedgerStatus.LineListedTwice => "listed-twice",
        LedgerStatus.LineAmountNotPositive => "amount-not-positive",
        LedgerStatus.LineNotMultipleOfStep => "not-multiple-of-step",
        LedgerStatus.LineMoreThanAvailable => "more-than-available",
        LedgerStatus.EarningUnknown => "earning-unknown",
        LedgerStatus.EarningAlreadyReversed => "earning-already-reversed",
        LedgerStatus.ClaimUnknown => "claim-unknown",
        LedgerStatus.ClaimAlreadyVoided => "claim-already-voided",
        _ => throw new NotSupportedException($"{status} is not a refusal."),
    };

    /// <summary>One sentence for the person whose command was refused.</summary>
    public static string ToSentence(this LedgerStatus status) => status switch
    {
        LedgerStatus.IdempotencyKeyReused => "This Idempotency-Key was used before for another request.",
        LedgerStatus.CourseUnknown => "There is no such course.",
        LedgerStatus.TopicUnknown => "The course has no such topic.",
        LedgerStatus.CourseNotOpen => "The course had ended on the day of completion.",
        LedgerStatus.CompletedInFuture => "The completion lies in the future.",
        LedgerStatus.CompletedBeforeCourse => "The completion lies before the start of the course.",
        LedgerStatus.ScoreBelowPassing => "The score is missing or below the passing score of the course.",
        LedgerStatus.AlreadyEarned => "This topic was earned before and cannot be earned again yet.",
        LedgerStatus.VersionConflict => "The ledger has changed since the version that the claim relies on.",
        LedgerStatus.NoLines => "There is nothing to claim.",
        LedgerStatus.TooManyLines => $"A claim lists at most {ClaimRules.LinesMax} lines; claim all that is available, or in parts.",
        LedgerStatus.MembershipNotActive => "Claiming needs an active membership; the credits stay earned.",
        LedgerStatus.CreditTypeUnknown => "There is no such credit type.",
        LedgerStatus.ProfileIncomplete => "The profile lacks facts that this credit type needs.",
        LedgerStatus.LinesRefused => "At least one line cannot be claimed, so nothing was.",
        LedgerStatus.ClaimTooLarge => "The claim spans more courses than one claim can hold; list lines and claim in parts.",
        LedgerStatus.LineCreditUnknown => "There is no such credit in this ledger.",
        LedgerStatus.LineWrongType => "The credit is of another type.",
        LedgerStatus.LineExpired => "The claim-by date of the credit has passed.",
        LedgerStatus.LineListedTwice => "The credit stands in the claim twice.",
        LedgerStatus.LineAmountNotPositive => "The amount must be more than zero.",
        LedgerStatus.LineNotMultipleOfStep => "The amount is not a multiple of the credit type's step.",
        LedgerStatus.LineMoreThanAvailable => "The amount is more than what is available of the credit.",
        LedgerStatus.EarningUnknown => "There is no such earning in this ledger.",
        LedgerStatus.EarningAlreadyReversed => "The earning was reversed before.",
        LedgerStatus.ClaimUnknown => "There is no such claim in this ledger.",
        LedgerStatus.ClaimAlreadyVoided => "The claim was voided before.",
        _ => throw new NotSupportedException($"{status} is not a refusal."),
    };
}
