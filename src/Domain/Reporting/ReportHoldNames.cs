using System.Diagnostics;

namespace CmeOrleans.Domain.Reporting;

/// <summary>The codes and sentences of <see cref="ReportHold"/>.</summary>
public static class ReportHoldNames
{
    /// <summary>The code in the API; none for a report that is not held.</summary>
    public static string? ToCode(this ReportHold hold) => hold switch
    {
        ReportHold.None => null,
        ReportHold.ActivityNotRegistered => "activity-not-registered",
        ReportHold.ProfileIncomplete => "profile-incomplete",
        _ => throw new UnreachableException($"No code for the hold {hold}."),
    };

    /// <summary>One sentence for people; none for a report that is not held.</summary>
    public static string? ToSentence(this ReportHold hold) => hold switch
    {
        ReportHold.None => null,
        ReportHold.ActivityNotRegistered => "The provider has not told the board's activity id of this course yet.",
        ReportHold.ProfileIncomplete => "The profile lacks the board id, month and day of birth, or the consent to report.",
        _ => throw new UnreachableException($"No sentence for the hold {hold}."),
    };
}
