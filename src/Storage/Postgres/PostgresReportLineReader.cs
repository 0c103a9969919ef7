using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="IReportLineReader"/>
internal sealed class PostgresReportLineReader(PostgresDatabase database) : IReportLineReader
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
        select board, state, count(*)::integer
        from report_line
        where ledger_id = $1
        group by board, state
        order by board, state
        """;

    private static readonly ReportLinePosition AfterAll = new(long.MaxValue, int.MaxValue);

    public Task<ImmutableArray<StoredReportLine>> ReadOfRowAsync(string ledgerId, long seq, int linesMax, CancellationToken cancellationToken) => ReadAsync(
        connection => PostgresStatement.Create(connection, ReadSql, PostgresStatement.Of(ledgerId), PostgresStatement.Of(seq), PostgresStatement.Of(linesMax)),
        static reader => new StoredReportLine(reader.GetString(0), reader.GetString(1), reader.GetString(2)),
        cancellationToken);

    public Task<ImmutableArray<KeptReportLine>> ReadOfLedgerAsync(
        string ledgerId, ReportLinePosition? before, int linesMax, CancellationToken cancellationToken)
    {
        var (seq, n) = before ?? AfterAll;
        return ReadAsync(
            connection => PostgresStatement.Create(
                connection, ReadOfLedgerSql, PostgresStatement.Of(ledgerId), PostgresStatement.Of(seq), PostgresStatement.Of(n), PostgresStatement.Of(linesMax)),
            Read,
            cancellationToken);
    }

    public Task<ImmutableArray<ReportLineCount>> CountAsync(string ledgerId, CancellationToken cancellationToken) => ReadAsync(
        connection => PostgresStatement.Create(connection, CountSql, PostgresStatement.Of(ledgerId)),
        static reader => new ReportLineCount(reader.GetString(0), reader.GetString(1), reader.GetInt32(2)),
        cancellationToken);

    private Task<ImmutableArray<T>> ReadAsync<T>(
        Func<NpgsqlConnection, NpgsqlCommand> create, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, cancellation) => (await PostgresStatement.ReadAsync(create(connection), read, cancellation)).ToImmutableArray(),
        cancellationToken);

    private static KeptReportLine Read(NpgsqlDataReader reader) => new(
        new(reader.GetInt64(0), reader.GetInt32(1)),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetFieldValue<DateOnly>(5),
        CreditAmount.FromHundredths(reader.GetInt64(6)),
        reader.GetString(7),
        PostgresStatement.GetInstant(reader, 8));
}
