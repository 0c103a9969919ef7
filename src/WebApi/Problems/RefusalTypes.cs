using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Problems;

/// <summary>What the rules refuse. The slugs are the codes that grains answer with; a code without an entry here is <see cref="RuleBroken"/>.</summary>
internal static class RefusalTypes
{
    /// <summary>For a rule that is newer than this front door: the detail says which.</summary>
    public static readonly ProblemType RuleBroken = Of("rule-broken", "A rule refuses this.",
        "The request is well formed and a rule refuses it. The detail says which.");

    public static readonly ProblemType IdempotencyKeyReused = Of("idempotency-key-reused", "The key was used for another request.",
        "A key belongs to one request. Repeat the first one exactly, or choose a new key.");

    public static readonly ProblemType CourseUnknown = Of("course-unknown", "There is no such course.",
        "No course has this id, or none that this caller may use.");

    public static readonly ProblemType TopicUnknown = Of("topic-unknown", "The course has no such topic.",
        "The course exists and has no topic with this id.");

    public static readonly ProblemType CourseNotOpen = Of("course-not-open", "The course was not open.",
        "The course had ended on the day of completion, in the time zone of its provider.");

    public static readonly ProblemType CompletedInFuture = Of("completed-in-future", "The completion lies in the future.",
        "Only what is completed can be recorded.");

    public static readonly ProblemType CompletedBeforeCourse = Of("completed-before-course", "The completion lies before the course.",
        "The course had not begun on the day of completion, in the time zone of its provider.");

    public static readonly ProblemType ScoreBelowPassing = Of("score-below-passing", "The score does not pass.",
        "The course has a passing score, and the score is missing or below it.");

    public static readonly ProblemType AlreadyEarned = Of("already-earned", "The topic was earned before.",
        "A topic is earned once by a learner, or again after the time that the course states.");

    public static readonly ProblemType NoLines = Of("no-lines", "There is nothing to claim.",
        "The claim has no line, or nothing of this type is available.");

    public static readonly ProblemType TooManyLines = Of("too-many-lines", "The claim has too many lines.",
        "A claim lists at most 500 lines. Claim all that is available, which has no such bound, or in parts.");

    public static readonly ProblemType MembershipNotActive = Of("membership-not-active", "The membership is not active.",
        "Claiming needs an active membership. Credits stay earned and can be claimed once it is active, until their claim-by dates.");

    public static readonly ProblemType MembershipNotSold = Of("membership-not-sold", "Memberships are not sold here.",
        "This installation sells no memberships: operators and institutions grant them.");

    public static readonly ProblemType CreditTypeUnknown = Of("credit-type-unknown", "There is no such credit type.",
        "GET /v1/credit-types lists those there are.");

    public static readonly ProblemType ProfileIncomplete = Of("profile-incomplete", "The profile lacks facts.",
        "The profile lacks what a board asks for: to report credit of this type to it, or to show whose certificate it is.");

    public static readonly ProblemType LinesRefused = Of("lines-refused", "Lines of the claim are refused.",
        "A claim is made whole or not at all. Each bad line stands in errors with one of: credit-unknown, wrong-type, expired, listed-twice, amount-not-positive, not-multiple-of-step, more-than-available.");

    public static readonly ProblemType ClaimTooLarge = Of("claim-too-large", "The claim is too large.",
        "A claim is stored as a whole, in at most 1 MiB: some 1,500 courses with usual titles. List lines and claim in parts.");

    public static readonly ProblemType EarningAlreadyReversed = Of("earning-already-reversed", "The earning was reversed before.",
        "An earning is reversed once.");

    public static readonly ProblemType ClaimAlreadyVoided = Of("claim-already-voided", "The claim was voided before.",
        "A claim is voided once.");

    public static readonly ProblemType TooManyVersions = Of("too-many-versions", "The course has too many versions.",
        "A course has at most 1,000 versions. A course that goes on changing is a new course.");

    public static readonly ProblemType NotStorable = Of("not-storable", "The ledger cannot hold this.",
        "What was sent does not fit a row of a ledger: it is too large, or holds characters that cannot be stored. Nothing was stored.");

    public static readonly ProblemType EvaluationAlreadyGiven = Of("evaluation-already-given", "The evaluation was given before.",
        "Feedback on a claim is given once, and the first stands.");

    public static readonly ProblemType CertificateRevoked = Of("certificate-revoked", "The certificate is revoked.",
        "Its claim was voided, or an earning of its course was taken back. The verification page of papers that were made before says that it is revoked.");

    public static readonly ProblemType TranscriptTooLong = Of("transcript-too-long", "The transcript is too long.",
        "A transcript lists at most 10,000 topics. Ask for a shorter period.");

    public static readonly ProblemType TooMuchToCount = Of("too-much-to-count", "There is too much to count.",
        "Progress takes in at most 10,000 topics of the cycles that are asked about. Ask about one licence.");

    public static readonly ProblemType ClockUncertain = Of("clock-uncertain", "The time is not certain.",
        "The clock of the node is too far from the database's to decide about dates. Try another node or later.");

    public static ImmutableArray<ProblemType> All { get; } =
    [
        RuleBroken, IdempotencyKeyReused, CourseUnknown, TopicUnknown, CourseNotOpen, CompletedInFuture, CompletedBeforeCourse,
        ScoreBelowPassing, AlreadyEarned, NoLines, TooManyLines, MembershipNotActive, MembershipNotSold, CreditTypeUnknown, ProfileIncomplete, LinesRefused,
        ClaimTooLarge, NotStorable, TooManyVersions,
        EarningAlreadyReversed, ClaimAlreadyVoided, EvaluationAlreadyGiven,
        CertificateRevoked, TranscriptTooLong, TooMuchToCount,
        ClockUncertain,
    ];

    private static ProblemType Of(string slug, string title, string explanation) =>
        new(slug, StatusCodes.Status422UnprocessableEntity, title, explanation);
}
