using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="ISupportStore"/>
internal sealed class PostgresSupportStore(PostgresDatabase database) : ISupportStore
{
    private const string AddSql = """
        insert into support_request (received_at, request_key, wrapped_key, sealed)
        values (now(), $1, $2, $3)
        on conflict (request_key) do nothing
        returning number, received_at, request_key, wrapped_key, sealed
        """;

    private const string FindSql = "select number, received_at, request_key, wrapped_key, sealed from support_request where request_key = $1";

    private const string ListSql = """
        select number, received_at, request_key, wrapped_key, sealed
        from support_request
        where number > $1
        order by number
        limit $2
        """;

    public Task<KeptSupportRequest?> AddAsync(StoredSupportRequest request, Func<KeptSupportRequest, StoredMail>? mailOf) =>
        database.WriteAsync(async (connection, cancellation) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var rows = await PostgresStatement.ReadAsync(
                PostgresStatement.Create(
                    connection,
                    AddSql,
                    PostgresStatement.Of(request.RequestKey),
                    PostgresStatement.Of(request.WrappedKey),
                    PostgresStatement.Of(request.Sealed)),
                Read,
                cancellation);
            if (rows is not [var kept])
            {
                return null;
            }

            if (mailOf is not null)
            {
                await PostgresMailStore.AddAsync(connection, mailOf(kept), cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return kept;
        });

    public async Task<KeptSupportRequest?> FindAsync(string requestKey, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, FindSql, PostgresStatement.Of(requestKey)), Read, cancellation),
            cancellationToken);
        return rows.FirstOrDefault();
    }

    public async Task<ImmutableArray<KeptSupportRequest>> ListAsync(long afterNumber, int countMax, CancellationToken cancellationToken) =>
    [
        .. await database.ReadAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, ListSql, PostgresStatement.Of(afterNumber), PostgresStatement.Of(countMax)), Read, cancellation),
            cancellationToken),
    ];

    private static KeptSupportRequest Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        PostgresStatement.GetInstant(reader, 1),
        new(reader.GetString(2), PostgresStatement.GetBytes(reader, 3), PostgresStatement.GetBytes(reader, 4)));
}
