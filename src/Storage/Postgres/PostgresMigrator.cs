using CmeOrleans.Storage.Migrations;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>Applies the migrations under a lock of the database, so that nodes that start together wait for one another.</summary>
internal static class PostgresMigrator
{
    // Any number will do, as long as nobody else uses it in this database: the letters "cmemigr".
    private const long LockKey = 0x63_6d_65_6d_69_67_72;

    private const string SetLockTimeoutSql = "set lock_timeout = '120s'";

    private const string LockSql = "select pg_advisory_lock($1)";

    private const string TableExistsSql = "select to_regclass('schema_migration') is not null";

    private const string CreateTableSql = """
        create table schema_migration
        (
            applied_at timestamptz      not null default clock_timestamp(),
            number     integer          not null,
            name       text collate "C" not null,
            sha256     bytea            not null,
            constraint schema_migration_pkey primary key (number)
        )
        """;

    private const string ReadAppliedSql = "select number, name, sha256 from schema_migration order by number";

    private const string RecordSql = "insert into schema_migration (number, name, sha256) values ($1, $2, $3)";

    /// <summary>Takes the lock; the end of the session gives it back.</summary>
    public static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, SetLockTimeoutSql, cancellationToken);
        await PostgresStatement.ExecuteAsync(
            PostgresStatement.Create(connection, LockSql, PostgresStatement.Of(LockKey)), cancellationToken);
    }

    /// <returns>How many were applied.</returns>
    public static async Task<int> MigrateAsync(NpgsqlConnection connection, MigrationSet migrations, CancellationToken cancellationToken)
    {
        var exists = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, TableExistsSql), static reader => reader.GetBoolean(0), cancellationToken);
        if (!exists[0])
        {
            await ExecuteAsync(connection, CreateTableSql, cancellationToken);
        }

        var applied = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, ReadAppliedSql),
            static reader => (reader.GetInt32(0), reader.GetString(1), PostgresStatement.GetBytes(reader, 2)),
            cancellationToken);
        var missing = migrations.FindMissing(applied);
        foreach (var migration in missing)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, migration.Sql, cancellationToken);
            await PostgresStatement.ExecuteAsync(
                PostgresStatement.Create(
                    connection,
                    RecordSql,
                    PostgresStatement.Of(migration.Number),
                    PostgresStatement.Of(migration.Name),
                    PostgresStatement.Of(migration.Sha256)),
                cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return missing.Length;
    }

    private static Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken) =>
        PostgresStatement.ExecuteAsync(PostgresStatement.Create(connection, sql), cancellationToken);
}
