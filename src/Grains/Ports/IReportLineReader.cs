using System.Collections.Immutable;

namespace CmeOrleans.Grains.Ports;

/// <summary>Reads what claims owe to certifying boards, and how far it is.</summary>
public interface IReportLineReader
{
    /// <summary>The lines of one row of a ledger in the order of their numbers, at most <paramref name="linesMax"/>.</summary>
    Task<ImmutableArray<StoredReportLine>> ReadOfRowAsync(string ledgerId, long seq, int linesMax, CancellationToken cancellationToken);

    /// <summary>The lines of a whole ledger before a position, the newest first, at most <paramref name="linesMax"/>.</summary>
    /// <param name="ledgerId">The ledger.</param>
    /// <param name="before">Where to go on: the last line of the page before; none for the first page.</param>
    /// <param name="linesMax">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<ImmutableArray<KeptReportLine>> ReadOfLedgerAsync(
        string ledgerId, ReportLinePosition? before, int linesMax, CancellationToken cancellationToken);

    /// <summary>How many lines of a ledger are in each state, in ordinal order of board and state.</summary>
    Task<ImmutableArray<ReportLineCount>> CountAsync(string ledgerId, CancellationToken cancellationToken);
}

/// <summary>A report line as far as people are shown it.</summary>
/// <param name="Board">Such as <c>abp</c>.</param>
/// <param name="CourseId">The course that it is about.</param>
/// <param name="State"><c>queued</c>, <c>held</c>, <c>withdrawn</c>, or what reporting has made of it since.</param>
public sealed record StoredReportLine(string Board, string CourseId, string State);

/// <summary>Names a line within its ledger: the row that it was born in, and its number there.</summary>
public readonly record struct ReportLinePosition(long Seq, int N);

/// <summary>So many lines to a board are in one state.</summary>
public sealed record ReportLineCount(string Board, string State, int Count);
