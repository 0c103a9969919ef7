using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Storage.Journal;

/// <summary>The states in which a report line can be born. Stored as they are written here.</summary>
internal static class ReportLineStates
{
    public const string Queued = "queued";

    /// <summary>The course has no activity id at the board yet.</summary>
    public const string Held = "held";

    public static string OfNew(ReportLine line) => line.ParsActivityId is null ? Held : Queued;
}
