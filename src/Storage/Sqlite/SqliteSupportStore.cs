using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="ISupportStore"/>
internal sealed class SqliteSupportStore(SqliteWriter writer, SqliteReaders readers, TimeProvider time) : ISupportStore
{
    private const string AddSql = """
        insert into support_request (received_at, request_key, wrapped_key, sealed)
        values ($1, $2, $3, $4)
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

    public Task<KeptSupportRequest?> AddAsync(StoredSupportRequest request, Func<KeptSupportRequest, StoredMail>? mailOf)
    {
        var now = SqliteTime.ToMicroseconds(time.GetUtcNow());
        return writer.ChangeAsync(connection =>
        {
            var kept = SqliteStatement.Read(
                connection, AddSql, Read, now, request.RequestKey, request.WrappedKey.ToArray(), request.Sealed.ToArray()).FirstOrDefault();
            if (kept is not null && mailOf is not null)
            {
                SqliteMailStore.Add(connection, mailOf(kept), now);
            }

            return kept;
        });
    }

    public Task<KeptSupportRequest?> FindAsync(string requestKey, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read(connection, FindSql, Read, requestKey).FirstOrDefault(), cancellationToken);

    public Task<ImmutableArray<KeptSupportRequest>> ListAsync(long afterNumber, int countMax, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read(connection, ListSql, Read, afterNumber, countMax).ToImmutableArray(), cancellationToken);

    private static KeptSupportRequest Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        SqliteTime.FromMicroseconds(reader.GetInt64(1)),
        new(reader.GetString(2), SqliteStatement.GetBytes(reader, 3), SqliteStatement.GetBytes(reader, 4)));
}
