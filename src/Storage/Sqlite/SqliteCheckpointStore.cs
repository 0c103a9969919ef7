using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Grains.Ports;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="ICheckpointStore"/>
/// <remarks>The watermark is the position of the last row covered: one writer gives positions in the order of commit.</remarks>
internal sealed class SqliteCheckpointStore(SqliteWriter writer, SqliteReaders readers) : ICheckpointStore
{
    private const string Columns = "number, at, statement, signature, key_id, watermark";

    private const string ReadLatestSql = $"select {Columns} from checkpoint order by number desc limit 1";

    private const string ReadPageSql = $"select {Columns} from checkpoint where number > $1 order by number limit $2";

    private const string ReadEndSql = "select coalesce(max(position), 0), count(*) from journal where position > $1";

    // Beside max(seq), SQLite takes the other columns from the row that has it.
    private const string ReadChangedSql = """
        select ledger_id, max(seq), hash
        from journal
        where position > $1 and position <= $2
        group by ledger_id
        order by ledger_id
        """;

    private const string InsertSql = """
        insert into checkpoint (number, at, statement, signature, key_id, watermark) values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing
        """;

    private const string InsertLeafSql = "insert into checkpoint_leaf (number, ledger_id, seq, hash) values ($1, $2, $3, $4)";

    private const string ReadLeavesSql = "select ledger_id, seq, hash from checkpoint_leaf where number = $1 order by ledger_id";

    private const string ListBehindSql = """
        select l.ledger_id, l.seq, l.hash
        from (select ledger_id, max(number) as number from checkpoint_leaf group by ledger_id) as newest
        join checkpoint_leaf as l on l.number = newest.number and l.ledger_id = newest.ledger_id
        left join journal as j on j.ledger_id = l.ledger_id and j.seq = l.seq
        where j.hash is null or j.hash <> l.hash
        order by l.ledger_id
        limit $1
        """;

    public Task<StoredCheckpoint?> ReadLatestAsync(CancellationToken cancellationToken) => readers.RunAsync(
        static connection => SqliteStatement.Read(connection, ReadLatestSql, ReadCheckpoint).FirstOrDefault(), cancellationToken);

    public Task<ImmutableArray<StoredCheckpoint>> ReadPageAsync(long afterNumber, int checkpointsMax, CancellationToken cancellationToken) =>
        readers.RunAsync(
            connection => SqliteStatement.Read(connection, ReadPageSql, ReadCheckpoint, afterNumber, checkpointsMax).ToImmutableArray(),
            cancellationToken);

    public Task<ChangedLedgers> ReadChangedAsync(StoredCheckpoint? since, CancellationToken cancellationToken) => readers.RunAsync(
        connection =>
        {
            var after = since is null ? 0 : long.Parse(since.Watermark, NumberStyles.None, CultureInfo.InvariantCulture);
            var (end, rows) = SqliteStatement.Read(
                connection, ReadEndSql, static reader => (reader.GetInt64(0), reader.GetInt64(1)), after)[0];
            var heads = SqliteStatement.Read(connection, ReadChangedSql, ReadHead, after, end);
            return new ChangedLedgers([.. heads], rows, Math.Max(after, end).ToString(CultureInfo.InvariantCulture));
        },
        cancellationToken);

    public Task<bool> AppendAsync(StoredCheckpoint checkpoint, ImmutableArray<LedgerHead> leaves, CancellationToken cancellationToken) =>
        writer.ChangeAsync(connection =>
        {
            var isStored = SqliteStatement.Execute(
                connection,
                InsertSql,
                checkpoint.Number,
                SqliteTime.ToMicroseconds(checkpoint.At),
                checkpoint.Statement.ToArray(),
                checkpoint.Signature.ToArray(),
                checkpoint.KeyId,
                checkpoint.Watermark) == 1;
            if (isStored)
            {
                Store(connection, checkpoint.Number, leaves);
            }

            return isStored;
        });

    public Task<ImmutableArray<LedgerHead>> ReadLeavesAsync(long number, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read(connection, ReadLeavesSql, ReadHead, number).ToImmutableArray(), cancellationToken);

    public Task<ImmutableArray<LedgerHead>> ListBehindAsync(int ledgersMax, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read(connection, ListBehindSql, ReadHead, ledgersMax).ToImmutableArray(), cancellationToken);

    private static void Store(SqliteConnection connection, long number, ImmutableArray<LedgerHead> leaves)
    {
        using var command = SqliteStatement.Prepare(connection, InsertLeafSql, 4);
        foreach (var leaf in leaves)
        {
            SqliteStatement.Set(command, number, leaf.LedgerId, leaf.Seq, leaf.Hash.ToArray());
            command.ExecuteNonQuery();
        }
    }

    private static LedgerHead ReadHead(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1), SqliteStatement.GetBytes(reader, 2));

    private static StoredCheckpoint ReadCheckpoint(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        SqliteTime.FromMicroseconds(reader.GetInt64(1)),
        SqliteStatement.GetBytes(reader, 2),
        SqliteStatement.GetBytes(reader, 3),
        reader.GetString(4),
        reader.GetString(5));
}
