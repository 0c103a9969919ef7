namespace CmeOrleans.Grains.Entities;

/// <summary>The names under which grain states are stored. They are in the tables and never change.</summary>
public static class EntityStates
{
    public const string Learner = "learner";
    public const string Membership = "membership";
    public const string Licences = "licences";
    public const string Course = "course";
    public const string CourseVersion = "course-version";
    public const string Provider = "provider";
    public const string ApiKey = "api-key";
    public const string RosterEntry = "roster-entry";
    public const string Evaluation = "evaluation";
    public const string ExpirySweep = "expiry-sweep";
    public const string Account = "account";
    public const string AccountName = "account-name";
    public const string KeyRing = "key-ring";
    public const string Invitation = "invitation";
}
