using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="ISnapshotStore"/>
internal sealed class SqliteSnapshotStore(SqliteWriter writer, SqliteReaders readers) : ISnapshotStore
{
    private const string ReadSql = "select seq, hash, state from snapshot where ledger_id = $1 and fold_version = $2";

    private const string WriteSql = """
        insert into snapshot (ledger_id, fold_version, seq, hash, state) values ($1, $2, $3, $4, $5)
        on conflict (ledger_id, fold_version)
        do update set seq = excluded.seq, hash = excluded.hash, state = excluded.state
        where excluded.seq > snapshot.seq
        """;

    public Task<LedgerSnapshot?> ReadAsync(string ledgerId, int foldVersion, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read(
            connection,
            ReadSql,
            reader => new LedgerSnapshot(
                ledgerId, reader.GetInt64(0), foldVersion, SqliteStatement.GetBytes(reader, 1), SqliteStatement.GetBytes(reader, 2)),
            ledgerId,
            foldVersion).FirstOrDefault(),
        cancellationToken);

    public Task WriteAsync(LedgerSnapshot snapshot, CancellationToken cancellationToken) => writer.ChangeAsync(connection => SqliteStatement.Execute(
        connection,
        WriteSql,
        snapshot.LedgerId,
        snapshot.FoldVersion,
        snapshot.Seq,
        snapshot.Hash.ToArray(),
        snapshot.State.ToArray()));
}
