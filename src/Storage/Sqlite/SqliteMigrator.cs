using CmeOrleans.Storage.Migrations;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>Applies the migrations to a file that this process owns.</summary>
internal static class SqliteMigrator
{
    private const string CreateTableSql = """
        create table if not exists schema_migration
        (
            number     integer not null,
            name       text    not null,
            sha256     blob    not null,
            applied_at integer not null,
            constraint schema_migration_pkey primary key (number)
        ) strict
        """;

    private const string ReadAppliedSql = "select number, name, sha256 from schema_migration order by number";

    private const string RecordSql = "insert into schema_migration (number, name, sha256, applied_at) values ($1, $2, $3, $4)";

    /// <returns>How many were applied.</returns>
    public static int Migrate(SqliteConnection connection, MigrationSet migrations, TimeProvider time)
    {
        SqliteStatement.Execute(connection, CreateTableSql);
        var applied = SqliteStatement.Read(
            connection,
            ReadAppliedSql,
            static reader => (reader.GetInt32(0), reader.GetString(1), SqliteStatement.GetBytes(reader, 2)));
        var missing = migrations.FindMissing(applied);
        foreach (var migration in missing)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            SqliteStatement.Execute(connection, migration.Sql);
            SqliteStatement.Execute(
                connection, RecordSql, migration.Number, migration.Name, migration.Sha256, SqliteTime.ToMicroseconds(time.GetUtcNow()));
            transaction.Commit();
        }

        return missing.Length;
    }
}
