using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="IReportLineReader"/>
internal sealed class SqliteReportLineReader(SqliteReaders readers) : IReportLineReader
{
    private const string ReadSql = "select board, course_id, state from report_line where ledger_id = $1 and seq = $2 order by n limit $3";

    public Task<ImmutableArray<StoredReportLine>> ReadOfRowAsync(string ledgerId, long seq, int linesMax, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read(
            connection, ReadSql, static reader => new StoredReportLine(reader.GetString(0), reader.GetString(1), reader.GetString(2)), ledgerId, seq, linesMax).ToImmutableArray(),
        cancellationToken);
}
