using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="IReportLineReader"/>
internal sealed class SqliteReportLineReader(SqliteReaders readers) : IReportLineReader
{
    private const string ReadSql = "select board, course_id, state from report_line where ledger_id = $1 and seq = $2 order by n limit $3";

    private const string ReadOfLedgerSql = """
        select seq, n, board, course_id, credit_type, completed_on, hundredths, state, created_at
        from report_line
        where ledger_id = $1 and (seq, n) < ($2, $3)
        order by seq desc, n desc
        limit $4
        """;

    private const string CountSql = """
        select board, state, count(*)
        from report_line
        where ledger_id = $1
        group by board, state
        order by board, state
        """;

    private static readonly ReportLinePosition AfterAll = new(long.MaxValue, int.MaxValue);

    public Task<ImmutableArray<StoredReportLine>> ReadOfRowAsync(string ledgerId, long seq, int linesMax, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read(
            connection, ReadSql, static reader => new StoredReportLine(reader.GetString(0), reader.GetString(1), reader.GetString(2)), ledgerId, seq, linesMax).ToImmutableArray(),
        cancellationToken);

    public Task<ImmutableArray<KeptReportLine>> ReadOfLedgerAsync(
        string ledgerId, ReportLinePosition? before, int linesMax, CancellationToken cancellationToken)
    {
        var (seq, n) = before ?? AfterAll;
        return readers.RunAsync(
            connection => SqliteStatement.Read(connection, ReadOfLedgerSql, Read, ledgerId, seq, n, linesMax).ToImmutableArray(), cancellationToken);
    }

    public Task<ImmutableArray<ReportLineCount>> CountAsync(string ledgerId, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read(
            connection, CountSql, static reader => new ReportLineCount(reader.GetString(0), reader.GetString(1), reader.GetInt32(2)), ledgerId).ToImmutableArray(),
        cancellationToken);

    private static KeptReportLine Read(SqliteDataReader reader) => new(
        new(reader.GetInt64(0), reader.GetInt32(1)),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        SqliteTime.ToDate(reader.GetString(5)),
        CreditAmount.FromHundredths(reader.GetInt64(6)),
        reader.GetString(7),
        SqliteTime.FromMicroseconds(reader.GetInt64(8)));
}
