using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="IReportLineReader"/>
internal sealed class PostgresReportLineReader(PostgresDatabase database) : IReportLineReader
{
    private const string ReadSql = "select board, course_id, state from report_line where ledger_id = $1 and seq = $2 order by n limit $3";

    public Task<ImmutableArray<StoredReportLine>> ReadOfRowAsync(string ledgerId, long seq, int linesMax, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, cancellation) =>
        {
            var command = PostgresStatement.Create(connection, ReadSql, PostgresStatement.Of(ledgerId), PostgresStatement.Of(seq), PostgresStatement.Of(linesMax));
            var lines = await PostgresStatement.ReadAsync(
                command, static reader => new StoredReportLine(reader.GetString(0), reader.GetString(1), reader.GetString(2)), cancellation);
            return lines.ToImmutableArray();
        },
        cancellationToken);
}
