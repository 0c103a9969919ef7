namespace CmeOrleans.Domain.Reporting;

/// <summary>Why a report is held. The names of <see cref="ReportHoldNames"/> are part of the API.</summary>
public enum ReportHold
{
    None = 0,

    /// <summary>The course has no activity id at the board; its provider can mend that.</summary>
    ActivityNotRegistered = 1,

    /// <summary>The profile no longer holds what the board matches diplomates by, or no consent; the learner can mend that.</summary>
    ProfileIncomplete = 2,
}
