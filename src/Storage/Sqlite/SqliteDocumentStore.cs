using CmeOrleans.Grains.Ports;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="IDocumentStore"/>
internal sealed class SqliteDocumentStore(SqliteWriter writer, SqliteReaders readers, TimeProvider time) : IDocumentStore
{
    private const string InsertSql = """
        insert into document (document_id, sha256, sealed, created_at) values ($1, $2, $3, $4)
        on conflict do nothing
        """;

    private const string FindSql = "select created_at from document where document_id = $1";

    private const string ReadSql = "select sha256, sealed from document where document_id = $1";

    public Task<StoredDocument> PutIfAbsentAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        DocumentBounds.Require(document);
        return writer.ChangeAsync(connection =>
        {
            var isStored = SqliteStatement.Execute(
                connection,
                InsertSql,
                document.DocumentId,
                document.Sha256.ToArray(),
                document.Sealed.ToArray(),
                SqliteTime.ToMicroseconds(time.GetUtcNow())) == 1;
            return isStored ? document : Read(connection, document.DocumentId)!;
        });
    }

    public Task<StoredDocument?> ReadAsync(string documentId, CancellationToken cancellationToken) =>
        readers.RunAsync(connection => Read(connection, documentId), cancellationToken);

    public Task<DateTimeOffset?> FindStoredAtAsync(string documentId, CancellationToken cancellationToken) => readers.RunAsync(
        connection => SqliteStatement.Read<DateTimeOffset?>(connection, FindSql, reader => SqliteTime.FromMicroseconds(reader.GetInt64(0)), documentId).FirstOrDefault(),
        cancellationToken);

    private static StoredDocument? Read(SqliteConnection connection, string documentId) => SqliteStatement.Read(
        connection,
        ReadSql,
        reader => new StoredDocument(documentId, SqliteStatement.GetBytes(reader, 0), SqliteStatement.GetBytes(reader, 1)),
        documentId).FirstOrDefault();
}
