using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Grains.Learners;

/// <summary>How a command ended.</summary>
/// <param name="Status">Accepted, repeated or the refusal.</param>
/// <param name="Row">The row that holds the answer, when there is one.</param>
/// <param name="Happened">What the row says.</param>
/// <param name="Lines">Every bad line, when lines are refused.</param>
internal readonly record struct CommandResult(LedgerStatus Status, LedgerRow? Row, LedgerEvent? Happened, ImmutableArray<LineRefusal> Lines)
{
    public static CommandResult Done(LedgerRow row, LedgerEvent happened) => new(LedgerStatus.Accepted, row, happened, []);

    public static CommandResult Repeated(LedgerRow row) => new(LedgerStatus.Repeated, row, LedgerEventCodec.Read(row.Kind, row.Body.Span), []);

    public static CommandResult Refused(LedgerStatus status, ImmutableArray<LineRefusal> lines) => new(status, null, null, lines);
}
