using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Audit;

/// <summary>What the audit trail tells of. The names are stored and never change.</summary>
internal static class AuditActs
{
    public const string KeyIssued = "api-key-issued";
    public const string KeyRevoked = "api-key-revoked";
    public const string KeysRevoked = "api-keys-revoked";
    public const string StaffSignedIn = "staff-signed-in";
    public const string StaffSignInFailed = "staff-sign-in-failed";
    public const string ProviderWritten = "provider-written";
    public const string CourseWritten = "course-written";
    public const string LearnerWritten = "learner-written";
    public const string LicencesWritten = "licences-written";
    public const string MembershipGranted = "membership-granted";
    public const string InvitationIssued = "invitation-issued";
    public const string RosterJoined = "roster-joined";
    public const string RosterLeft = "roster-left";
    public const string ClaimVoided = "claim-voided";
    public const string BoardEvidenceMade = "board-evidence-made";

    /// <summary>All of them, with what people call them.</summary>
    public static ImmutableArray<(string Act, string Text)> All { get; } =
    [
        (KeyIssued, "API key issued"),
        (KeyRevoked, "API key revoked"),
        (KeysRevoked, "All API keys of a learner revoked"),
        (StaffSignedIn, "Signed in with a key"),
        (StaffSignInFailed, "Sign-in with a key failed"),
        (ProviderWritten, "Provider written"),
        (CourseWritten, "Course written"),
        (LearnerWritten, "Learner written by somebody else"),
        (LicencesWritten, "Licences written by somebody else"),
        (MembershipGranted, "Membership granted"),
        (InvitationIssued, "Invitation issued"),
        (RosterJoined, "Put on a roster"),
        (RosterLeft, "Taken off a roster"),
        (ClaimVoided, "Claim voided"),
        (BoardEvidenceMade, "Copy for a board made by somebody else"),
    ];

    public static string TextOf(string act) => All.FirstOrDefault(known => known.Act == act) is { Text: { } text } ? text : act;
}
