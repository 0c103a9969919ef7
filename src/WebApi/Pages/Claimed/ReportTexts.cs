using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>How far reports to boards are, in words.</summary>
internal static class ReportTexts
{
    private const string Queued = "queued";
    private const string Held = "held";
    private const string Sent = "sent";
    private const string Accepted = "accepted";
    private const string Withdrawn = "withdrawn";

    /// <summary>Whether nothing has happened to them yet.</summary>
    public static bool IsToCome(ReportCount report) => report.State is Queued or Held;

    public static string HeadingOf(ReportCount report) => report.State switch
    {
        Queued => $"To be reported to {BoardOf(report)}",
        Held => $"Report to {BoardOf(report)} waits for the provider",
        Sent => $"Sent to {BoardOf(report)}",
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
            Held => $"{count}: the board does not know the course yet.",
            Withdrawn => $"{count}: the claim was made void before they were sent.",
            _ => $"{count} of this claim.",
        };
    }

    private static string BoardOf(ReportCount report) => report.Board == "abp" ? "the American Board of Pediatrics" : report.Board.ToUpperInvariant();
}
