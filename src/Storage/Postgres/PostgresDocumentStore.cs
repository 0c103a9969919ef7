using CmeOrleans.Grains.Ports;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="IDocumentStore"/>
internal sealed class PostgresDocumentStore(PostgresDatabase database) : IDocumentStore
{
    private const string InsertSql = """
        insert into document (document_id, sha256, sealed, created_at) values ($1, $2, $3, clock_timestamp())
        on conflict do nothing
        """;

    private const string FindSql = "select created_at from document where document_id = $1";

    private const string ReadSql = "select sha256, sealed from document where document_id = $1";

    public Task<StoredDocument> PutIfAbsentAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        DocumentBounds.Require(document);
        return database.WriteAsync(async (connection, cancellation) =>
        {
            var command = PostgresStatement.Create(
                connection,
                InsertSql,
                PostgresStatement.Of(document.DocumentId),
                PostgresStatement.Of(document.Sha256),
                PostgresStatement.Of(document.Sealed));
            return await PostgresStatement.ExecuteAsync(command, cancellation) == 1
                ? document
                : (await ReadAsync(connection, document.DocumentId, cancellation))!;
        });
    }

    public Task<StoredDocument?> ReadAsync(string documentId, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, cancellation) => ReadAsync(connection, documentId, cancellation), cancellationToken);

    public Task<DateTimeOffset?> FindStoredAtAsync(string documentId, CancellationToken cancellationToken) => database.ReadAsync(
        async (connection, cancellation) =>
        {
            var rows = await PostgresStatement.ReadAsync<DateTimeOffset?>(
                PostgresStatement.Create(connection, FindSql, PostgresStatement.Of(documentId)), reader => reader.GetFieldValue<DateTimeOffset>(0), cancellation);
            return rows.FirstOrDefault();
        },
        cancellationToken);

    private static async Task<StoredDocument?> ReadAsync(NpgsqlConnection connection, string documentId, CancellationToken cancellationToken)
    {
        var rows = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, ReadSql, PostgresStatement.Of(documentId)),
            reader => new StoredDocument(documentId, PostgresStatement.GetBytes(reader, 0), PostgresStatement.GetBytes(reader, 1)),
            cancellationToken);
        return rows.FirstOrDefault();
    }
}
