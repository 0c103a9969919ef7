using System.Collections.Immutable;
using CmeOrleans.Storage.Entities;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="IEntityTable"/>
internal sealed class SqliteEntityTable(SqliteWriter writer, SqliteReaders readers, TimeProvider time) : IEntityTable
{
    private const string ReadSql = "select version, body from entity where state_name = $1 and key = $2";

    private const string InsertSql = """
        insert into entity (state_name, key, version, body, tag, changed_at) values ($1, $2, 1, $3, $4, $5)
        on conflict do nothing
        """;

    private const string UpdateSql = """
        update entity set version = version + 1, body = $3, tag = $4, changed_at = $5
        where state_name = $1 and key = $2 and version = $6
        """;

    private const string ListSql = """
        select key from entity
        where state_name = $1 and key > $2 and body is not null
        order by key
        limit $3
        """;

    private const string ListTaggedSql = """
        select key from entity
        where state_name = $1 and tag = $4 and key > $2 and body is not null
        order by key
        limit $3
        """;

    public Task<StoredEntity?> ReadAsync(string stateName, string key) => readers.RunAsync(
        connection => SqliteStatement.Read(
            connection,
            ReadSql,
            static reader => new StoredEntity(reader.GetInt64(0), reader.IsDBNull(1) ? null : SqliteStatement.GetBytes(reader, 1)),
            stateName,
            key).FirstOrDefault(),
        CancellationToken.None);

    public Task<bool> WriteAsync(string stateName, string key, long expectedVersion, byte[]? body, string? tag)
    {
        var changedAt = SqliteTime.ToMicroseconds(time.GetUtcNow());
        return writer.ChangeAsync(connection => 1 == (expectedVersion == 0
            ? SqliteStatement.Execute(connection, InsertSql, stateName, key, body, tag, changedAt)
            : SqliteStatement.Execute(connection, UpdateSql, stateName, key, body, tag, changedAt, expectedVersion)));
    }

    public Task<ImmutableArray<string>> ListAsync(
        string stateName, string? tag, string? afterKey, int keysMax, CancellationToken cancellationToken) => readers.RunAsync(
            connection => (tag is null
                ? SqliteStatement.Read(connection, ListSql, static reader => reader.GetString(0), stateName, afterKey ?? "", keysMax)
                : SqliteStatement.Read(connection, ListTaggedSql, static reader => reader.GetString(0), stateName, afterKey ?? "", keysMax, tag))
                .ToImmutableArray(),
            cancellationToken);
}
