using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="ISnapshotStore"/>
internal sealed class PostgresSnapshotStore(PostgresDatabase database) : ISnapshotStore
{
    private const string WriteSql = """
        with outdated as (delete from snapshot where ledger_id = $1 and fold_version < $2 - 1)
        insert into snapshot (ledger_id, fold_version, seq, hash, state) values ($1, $2, $3, $4, $5)
        on conflict (ledger_id, fold_version)
        do update set seq = excluded.seq, hash = excluded.hash, state = excluded.state
        where excluded.seq > snapshot.seq
        """;

    public Task WriteAsync(LedgerSnapshot snapshot, CancellationToken cancellationToken) => database.WriteAsync((connection, cancellation) =>
        PostgresStatement.ExecuteAsync(
            PostgresStatement.Create(
                connection,
                WriteSql,
                PostgresStatement.Of(snapshot.LedgerId),
                PostgresStatement.Of(snapshot.FoldVersion),
                PostgresStatement.Of(snapshot.Seq),
                PostgresStatement.Of(snapshot.Hash),
                PostgresStatement.Of(snapshot.State)),
            cancellation));
}
