using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>Reads what a ledger wakes up from: two statements, sent and answered together.</summary>
internal static class PostgresOpenings
{
    private const string CopiesSql = """
        select s.seq, s.hash, s.state, s_row.hash is not distinct from s.hash, l.seq, l.hash, l_row.hash is not distinct from l.hash
        from (select $1::text as ledger_id, $2::int as fold_version) as asked
        left join snapshot as s on s.ledger_id = asked.ledger_id and s.fold_version = asked.fold_version
        left join journal as s_row on s_row.ledger_id = asked.ledger_id and s_row.seq = s.seq
        left join lateral
            (select seq, hash from checkpoint_leaf where ledger_id = asked.ledger_id order by number desc limit 1) as l on true
        left join journal as l_row on l_row.ledger_id = asked.ledger_id and l_row.seq = l.seq
        """;

    private const string RowsSql = $"""
        select {PostgresLedgerRows.Columns}
        from journal as j
        where j.ledger_id = $1
            and j.seq > coalesce(
                (select s.seq from snapshot as s join journal as s_row on s_row.ledger_id = s.ledger_id and s_row.seq = s.seq and s_row.hash = s.hash
                where s.ledger_id = $1 and s.fold_version = $2), 0)
        order by j.seq
        limit $3
        """;

    public static async Task<LedgerOpening> ReadAsync(
        NpgsqlConnection connection, string ledgerId, int foldVersion, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Of(CopiesSql, PostgresStatement.Of(ledgerId), PostgresStatement.Of(foldVersion)));
        batch.BatchCommands.Add(Of(
            RowsSql, PostgresStatement.Of(ledgerId), PostgresStatement.Of(foldVersion), PostgresStatement.Of(JournalPages.PageRowsMax)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var hasSnapshot = !await reader.IsDBNullAsync(0, cancellationToken);
        var hasLeaf = !await reader.IsDBNullAsync(4, cancellationToken);
        var copies = new LedgerOpening
        {
            Snapshot = hasSnapshot
                ? new(ledgerId, reader.GetInt64(0), foldVersion, PostgresStatement.GetBytes(reader, 1), PostgresStatement.GetBytes(reader, 2))
                : null,
            DoesSnapshotFit = reader.GetBoolean(3),
            NewestLeaf = hasLeaf ? new(ledgerId, reader.GetInt64(4), PostgresStatement.GetBytes(reader, 5)) : null,
            IsLeafInJournal = reader.GetBoolean(6),
            Rows = [],
            HasMore = false,
        };

        await reader.NextResultAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<LedgerRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(PostgresLedgerRows.Read(reader));
        }

        return copies with { HasMore = rows.Count == JournalPages.PageRowsMax, Rows = rows.DrainToImmutable() };
    }

    private static NpgsqlBatchCommand Of(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
