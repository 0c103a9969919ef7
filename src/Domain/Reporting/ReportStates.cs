namespace CmeOrleans.Domain.Reporting;

/// <summary>How far a report to a certifying board is. Stored and shown as they are written here, and never changed.</summary>
public static class ReportStates
{
    public const string Queued = "queued";
    public const string Submitting = "submitting";

    /// <summary>Well formed and matched; the board has not said yes or no.</summary>
    public const string PendingBoard = "pendingBoard";

    public const string Accepted = "accepted";
    public const string Rejected = "rejected";

    /// <summary>Something is missing at the provider or in the learner's profile.</summary>
    public const string Held = "held";

    /// <summary>What was reported is being taken back and reported anew.</summary>
    public const string Correcting = "correcting";

    /// <summary>Reported, and taken back.</summary>
    public const string Deleted = "deleted";

    /// <summary>Given up for now; a person looks at it.</summary>
    public const string Parked = "parked";

    /// <summary>The claim was made void before anything was sent.</summary>
    public const string Withdrawn = "withdrawn";
}
