using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>How far reports to boards are, in words.</summary>
internal static class ReportTexts
{
    private const string Queued = "queued";
    private const string Held = "held";
    private const string PendingBoard = "pendingBoard";
    private const string Accepted = "accepted";
    private const string Withdrawn = "withdrawn";

    private const string ProfileIncomplete = "profile-incomplete";

    /// <summary>Whether nothing has happened to them yet.</summary>
    public static bool IsToCome(ReportCount report) => report.State is Queued or Held;

    public static string HeadingOf(ReportCount report) => report.State switch
    {
        Queued => $"To be reported to {BoardOf(report)}",
        Held when report.Reason == ProfileIncomplete => $"Report to {BoardOf(report)} waits for you",
        Held => $"Report to {BoardOf(report)} waits for the provider",
        PendingBoard => $"Sent to {BoardOf(report)}",
        Accepted => $"Accepted by {BoardOf(report)}",
        Withdrawn => $"Not reported to {BoardOf(report)}",

        // Of a newer node: its own word is better than none.
        _ => $"{BoardOf(report)}: {report.State}",
    };

    public static string SentenceOf(ReportCount report)
    {
        var count = PageTexts.Count(report.Count, "completion", "completions");
        return report.State switch
        {
            Queued => $"{count} of this claim, as you have agreed in your profile.",
            Held when report.Reason == ProfileIncomplete => $"{count}: your profile no longer holds what the board asks for, or your consent.",
            Held => $"{count}: the board does not know the course yet.",
            Withdrawn => $"{count}: the claim was made void before they were sent.",
            _ => $"{count} of this claim.",
        };
    }

    private static string BoardOf(ReportCount report) => $"the {BoardNames.Of(report.Board)}";
}
