using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Storage.Journal;

/// <summary>The states of a report line that the journal itself brings about. Stored as they are written here.</summary>
internal static class ReportLineStates
{
    public const string Queued = "queued";

    /// <summary>The course has no activity id at the board yet.</summary>
    public const string Held = "held";

    /// <summary>The claim was made void before the line was sent. It stays as it is: nothing was reported and nothing will be.</summary>
    public const string Withdrawn = "withdrawn";

    public static string OfNew(ReportLine line) => line.ParsActivityId is null ? Held : Queued;
}
