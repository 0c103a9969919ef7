using System.Collections.Immutable;
using CmeOrleans.Storage.Entities;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="IEntityTable"/>
internal sealed class PostgresEntityTable(PostgresDatabase database) : IEntityTable
{
    private const string ReadSql = "select version, body from entity where state_name = $1 and key = $2";

    private const string InsertSql = """
        insert into entity (state_name, key, version, body, tag, changed_at) values ($1, $2, 1, $3, $4, clock_timestamp())
        on conflict do nothing
        """;

    private const string UpdateSql = """
        update entity set version = version + 1, body = $3, tag = $4, changed_at = clock_timestamp()
        where state_name = $1 and key = $2 and version = $5
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

    public async Task<StoredEntity?> ReadAsync(string stateName, string key)
    {
        var rows = await database.ReadAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, ReadSql, PostgresStatement.Of(stateName), PostgresStatement.Of(key)),
                static reader => new StoredEntity(reader.GetInt64(0), reader.IsDBNull(1) ? null : PostgresStatement.GetBytes(reader, 1)),
                cancellation),
            CancellationToken.None);
        return rows.FirstOrDefault();
    }

    public Task<bool> WriteAsync(string stateName, string key, long expectedVersion, byte[]? body, string? tag) =>
        database.WriteAsync(async (connection, cancellation) =>
        {
            var command = PostgresStatement.Create(
                connection,
                expectedVersion == 0 ? InsertSql : UpdateSql,
                PostgresStatement.Of(stateName),
                PostgresStatement.Of(key),
                PostgresStatement.Of(body),
                PostgresStatement.Of(tag));
            if (expectedVersion != 0)
            {
                command.Parameters.Add(PostgresStatement.Of(expectedVersion));
            }

            return await PostgresStatement.ExecuteAsync(command, cancellation) == 1;
        });

    public async Task<ImmutableArray<string>> ListAsync(
        string stateName, string? tag, string? afterKey, int keysMax, CancellationToken cancellationToken) =>
        [
            .. await database.ReadAsync(
                (connection, cancellation) =>
                {
                    var command = PostgresStatement.Create(
                        connection,
                        tag is null ? ListSql : ListTaggedSql,
                        PostgresStatement.Of(stateName),
                        PostgresStatement.Of(afterKey ?? ""),
                        PostgresStatement.Of((long)keysMax));
                    if (tag is not null)
                    {
                        command.Parameters.Add(PostgresStatement.Of(tag));
                    }

                    return PostgresStatement.ReadAsync(command, static reader => reader.GetString(0), cancellation);
                },
                cancellationToken),
        ];
}
