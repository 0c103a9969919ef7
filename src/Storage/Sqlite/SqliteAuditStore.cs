using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Audit;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="IAuditStore"/>
internal sealed class SqliteAuditStore(SqliteWriter writer, SqliteReaders readers, TimeProvider time) : IAuditStore
{
    private const string AppendSql = """
        insert into audit_entry (at, role, subject, credential, act, target, result)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    public Task AppendAsync(AuditEntry entry)
    {
        var now = SqliteTime.ToMicroseconds(time.GetUtcNow());
        return writer.ChangeAsync(connection => SqliteStatement.Execute(
            connection, AppendSql, now, entry.Role, entry.Subject, entry.Credential, entry.Act, entry.Target, entry.Outcome));
    }

    public Task<ImmutableArray<KeptAuditEntry>> ListAsync(string? act, long beforeNumber, int countMax, CancellationToken cancellationToken) => readers.RunAsync(
        connection => (act is null
            ? SqliteStatement.Read(connection, AuditStatements.List, Read, beforeNumber, countMax)
            : SqliteStatement.Read(connection, AuditStatements.ListOfAct, Read, beforeNumber, countMax, act)).ToImmutableArray(),
        cancellationToken);

    private static KeptAuditEntry Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        SqliteTime.FromMicroseconds(reader.GetInt64(1)),
        new(
            reader.GetString(2),
            SqliteStatement.GetTextOrNull(reader, 3),
            SqliteStatement.GetTextOrNull(reader, 4),
            reader.GetString(5),
            reader.GetString(6),
            reader.GetString(7)));
}
