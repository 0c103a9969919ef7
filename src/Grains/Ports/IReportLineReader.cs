using System.Collections.Immutable;

namespace CmeOrleans.Grains.Ports;

/// <summary>Reads what claims owe to certifying boards, and how far it is.</summary>
public interface IReportLineReader
{
    /// <summary>The lines of one row of a ledger in the order of their numbers, at most <paramref name="linesMax"/>.</summary>
    Task<ImmutableArray<StoredReportLine>> ReadOfRowAsync(string ledgerId, long seq, int linesMax, CancellationToken cancellationToken);
}

/// <summary>A report line as far as people are shown it.</summary>
/// <param name="Board">Such as <c>abp</c>.</param>
/// <param name="CourseId">The course that it is about.</param>
/// <param name="State"><c>queued</c>, <c>held</c>, <c>withdrawn</c>, or what reporting has made of it since.</param>
public sealed record StoredReportLine(string Board, string CourseId, string State);
