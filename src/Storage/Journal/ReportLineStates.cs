using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Reporting;

namespace CmeOrleans.Storage.Journal;

/// <summary>The states of report lines that the journal itself brings about.</summary>
internal static class ReportLineStates
{
    /// <summary>Held while the course has no activity id at the board.</summary>
    public static string OfNew(ReportLine line) => line.ParsActivityId is null ? ReportStates.Held : ReportStates.Queued;
}
