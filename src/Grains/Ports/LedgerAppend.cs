using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Grains.Ports;

/// <summary>A row to store and the other sides of its entries.</summary>
/// <param name="Row">The row; its <see cref="LedgerRow.At"/> is the time of the row before (or the least value), below which the stored time never goes.</param>
/// <param name="DecidedAt">
/// What this node's clock said when the row was decided. A store with a clock of its own does not take in what was decided at
/// another time than it is: what has expired by a wrong clock would stay expired.
/// </param>
/// <param name="ReportsWithdrawnOfSeq">The row of the same ledger whose report lines are withdrawn with this one, as far as they are not sent yet; if any.</param>
public sealed record LedgerAppend(
    LedgerRow Row,
    ImmutableArray<CourseEntry> CourseEntries,
    ImmutableArray<ReportLine> ReportLines,
    DateTimeOffset DecidedAt,
    long? ReportsWithdrawnOfSeq = null);
