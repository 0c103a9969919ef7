using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Grains.Ports;

/// <summary>A row to store and the other sides of its entries.</summary>
/// <param name="Row">The row; its <see cref="LedgerRow.At"/> is the time of the row before (or the least value), below which the stored time never goes.</param>
/// <param name="ReportsWithdrawnOfSeq">The row of the same ledger whose report lines are withdrawn with this one, as far as they are not sent yet; if any.</param>
public sealed record LedgerAppend(
    LedgerRow Row, ImmutableArray<CourseEntry> CourseEntries, ImmutableArray<ReportLine> ReportLines, long? ReportsWithdrawnOfSeq = null);
