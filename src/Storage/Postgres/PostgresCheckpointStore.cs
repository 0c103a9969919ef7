using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Grains.Ports;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="ICheckpointStore"/>
/// <remarks>
/// The watermark is a transaction id: every row of an older transaction is covered. It is the oldest transaction that was
/// under way when the checkpoint was taken, so whatever was still to come has that id or a greater one.
/// </remarks>
internal sealed class PostgresCheckpointStore(PostgresDatabase database) : ICheckpointStore
{
    private const string Columns = "number, at, statement, signature, key_id, watermark";

    private const string ReadLatestSql = $"select {Columns} from checkpoint order by number desc limit 1";

    private const string ReadPageSql = $"select {Columns} from checkpoint where number > $1 order by number limit $2";

    // The snapshot that bounds the rows is taken before the one that reads them, which sees at least as much.
    private const string ReadFinalTxidSql = "select txid_snapshot_xmin(txid_current_snapshot()) + ahead from txid_origin";

    private const string ReadChangedSql = """
        select distinct on (ledger_id) ledger_id, seq, hash, count(*) over (partition by ledger_id)
        from journal
        where txid >= $1 and txid < $2
        order by ledger_id, seq desc
        """;

    private const string AppendSql = """
        with stored as
        (
            insert into checkpoint (number, at, statement, signature, key_id, watermark)
            values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing
            returning number
        ),
        leaves as
        (
            insert into checkpoint_leaf (number, ledger_id, seq, hash)
            select s.number, l.ledger_id, l.seq, l.hash
            from stored as s, unnest($7::text[], $8::bigint[], $9::bytea[]) as l (ledger_id, seq, hash)
        )
        select count(*) from stored
        """;

    private const string ReadLeavesSql = "select ledger_id, seq, hash from checkpoint_leaf where number = $1 order by ledger_id";

    private const string ListBehindSql = """
        select l.ledger_id, l.seq, l.hash
        from (select distinct on (ledger_id) ledger_id, seq, hash from checkpoint_leaf order by ledger_id, number desc) as l
        left join journal as j on j.ledger_id = l.ledger_id and j.seq = l.seq
        where j.hash is distinct from l.hash
        order by l.ledger_id
        limit $1
        """;

    public async Task<StoredCheckpoint?> ReadLatestAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            static (connection, cancellation) =>
                PostgresStatement.ReadAsync(PostgresStatement.Create(connection, ReadLatestSql), ReadCheckpoint, cancellation),
            cancellationToken);
        return rows.FirstOrDefault();
    }

    public async Task<ImmutableArray<StoredCheckpoint>> ReadPageAsync(
        long afterNumber, int checkpointsMax, CancellationToken cancellationToken) =>
        [
            .. await database.ReadAsync(
                (connection, cancellation) => PostgresStatement.ReadAsync(
                    PostgresStatement.Create(
                        connection, ReadPageSql, PostgresStatement.Of(afterNumber), PostgresStatement.Of((long)checkpointsMax)),
                    ReadCheckpoint,
                    cancellation),
                cancellationToken),
        ];

    public Task<ChangedLedgers> ReadChangedAsync(StoredCheckpoint? since, CancellationToken cancellationToken)
    {
        var from = since is null ? 0 : long.Parse(since.Watermark, NumberStyles.None, CultureInfo.InvariantCulture);
        return database.AuditAsync(
            async (connection, cancellation) =>
            {
                var finalTxid = await PostgresStatement.ReadAsync(
                    PostgresStatement.Create(connection, ReadFinalTxidSql), static reader => reader.GetInt64(0), cancellation);
                var heads = await PostgresStatement.ReadAsync(
                    PostgresStatement.Create(connection, ReadChangedSql, PostgresStatement.Of(from), PostgresStatement.Of(finalTxid[0])),
                    static reader => (Head: ReadHead(reader), Rows: reader.GetInt64(3)),
                    cancellation);
                return new ChangedLedgers(
                    [.. heads.Select(head => head.Head)],
                    heads.Sum(head => head.Rows),
                    finalTxid[0].ToString(CultureInfo.InvariantCulture));
            },
            cancellationToken);
    }

    public Task<bool> AppendAsync(StoredCheckpoint checkpoint, ImmutableArray<LedgerHead> leaves, CancellationToken cancellationToken) =>
        database.AuditWriteAsync(async (connection, cancellation) =>
        {
            var stored = await PostgresStatement.ReadAsync(
                PostgresStatement.Create(
                    connection,
                    AppendSql,
                    PostgresStatement.Of(checkpoint.Number),
                    PostgresStatement.Of(checkpoint.At.ToUniversalTime()),
                    PostgresStatement.Of(checkpoint.Statement),
                    PostgresStatement.Of(checkpoint.Signature),
                    PostgresStatement.Of(checkpoint.KeyId),
                    PostgresStatement.Of(checkpoint.Watermark),
                    PostgresStatement.Of(leaves.Select(leaf => leaf.LedgerId).ToArray()),
                    PostgresStatement.Of(leaves.Select(leaf => leaf.Seq).ToArray()),
                    PostgresStatement.Of(leaves.Select(leaf => leaf.Hash).ToArray())),
                static reader => reader.GetInt64(0),
                cancellation);
            return stored[0] == 1;
        });

    public async Task<ImmutableArray<LedgerHead>> ReadLeavesAsync(long number, CancellationToken cancellationToken) =>
    [
        .. await database.AuditAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, ReadLeavesSql, PostgresStatement.Of(number)), ReadHead, cancellation),
            cancellationToken),
    ];

    public async Task<ImmutableArray<LedgerHead>> ListBehindAsync(int ledgersMax, CancellationToken cancellationToken) =>
    [
        .. await database.AuditAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, ListBehindSql, PostgresStatement.Of((long)ledgersMax)), ReadHead, cancellation),
            cancellationToken),
    ];

    private static LedgerHead ReadHead(NpgsqlDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1), PostgresStatement.GetBytes(reader, 2));

    private static StoredCheckpoint ReadCheckpoint(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        PostgresStatement.GetInstant(reader, 1),
        PostgresStatement.GetBytes(reader, 2),
        PostgresStatement.GetBytes(reader, 3),
        reader.GetString(4),
        reader.GetString(5));
}
