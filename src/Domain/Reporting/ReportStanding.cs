namespace CmeOrleans.Domain.Reporting;

/// <summary>How a report stands now.</summary>
/// <param name="State">One of <see cref="ReportStates"/>, or the word of a newer node.</param>
/// <param name="Hold">Why it is held, if it is.</param>
/// <param name="Group">What that means to the learner.</param>
public readonly record struct ReportStanding(string State, ReportHold Hold, ReportGroup Group)
{
    /// <summary>The standing of a report that is stored in a state.</summary>
    /// <param name="storedState">The state as stored.</param>
    /// <param name="isIdentityComplete">Whether the profile holds, now, everything that a report to the board needs of it.</param>
    /// <remarks>
    /// A profile is complete when credit is claimed, or the claim is refused. Consent can be taken back later, and a board id be
    /// removed: what has not left by then is held, though it is stored as it was.
    /// </remarks>
    public static ReportStanding Of(string storedState, bool isIdentityComplete) => storedState switch
    {
        ReportStates.Queued when !isIdentityComplete => new(ReportStates.Held, ReportHold.ProfileIncomplete, ReportGroup.NeedsLearner),
        ReportStates.Held when !isIdentityComplete => new(ReportStates.Held, ReportHold.ProfileIncomplete, ReportGroup.NeedsLearner),
        ReportStates.Held => new(ReportStates.Held, ReportHold.ActivityNotRegistered, ReportGroup.Waiting),
        ReportStates.Accepted => new(storedState, ReportHold.None, ReportGroup.Accepted),
        ReportStates.Rejected => new(storedState, ReportHold.None, ReportGroup.NeedsLearner),
        ReportStates.Deleted or ReportStates.Withdrawn => new(storedState, ReportHold.None, ReportGroup.Ended),

        ReportStates.Queued or ReportStates.Submitting or ReportStates.PendingBoard or ReportStates.Correcting or ReportStates.Parked =>
            new(storedState, ReportHold.None, ReportGroup.Waiting),

        // For all that this version knows, what a newer one calls otherwise is on its way.
        _ => new(storedState, ReportHold.None, ReportGroup.Waiting),
    };
}
