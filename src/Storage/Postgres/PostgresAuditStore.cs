using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Audit;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="IAuditStore"/>
internal sealed class PostgresAuditStore(PostgresDatabase database) : IAuditStore
{
    private const string AppendSql = """
        insert into audit_entry (at, role, subject, credential, act, target, result)
        values (clock_timestamp(), $1, $2, $3, $4, $5, $6)
        """;

    public Task AppendAsync(AuditEntry entry) => database.WriteAsync((connection, cancellation) => PostgresStatement.ExecuteAsync(
        PostgresStatement.Create(
            connection,
            AppendSql,
            PostgresStatement.Of(entry.Role),
            PostgresStatement.Of(entry.Subject),
            PostgresStatement.Of(entry.Credential),
            PostgresStatement.Of(entry.Act),
            PostgresStatement.Of(entry.Target),
            PostgresStatement.Of(entry.Outcome)),
        cancellation));

    public async Task<ImmutableArray<KeptAuditEntry>> ListAsync(string? act, long beforeNumber, int countMax, CancellationToken cancellationToken) =>
    [
        .. await database.ReadAsync(
            (connection, cancellation) =>
            {
                var command = PostgresStatement.Create(
                    connection, act is null ? AuditStatements.List : AuditStatements.ListOfAct, PostgresStatement.Of(beforeNumber), PostgresStatement.Of(countMax));
                if (act is not null)
                {
                    command.Parameters.Add(PostgresStatement.Of(act));
                }

                return PostgresStatement.ReadAsync(command, Read, cancellation);
            },
            cancellationToken),
    ];

    private static KeptAuditEntry Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        PostgresStatement.GetInstant(reader, 1),
        new(
            reader.GetString(2),
            reader.IsDBNull(3) ? null : reader.GetString(3),
            reader.IsDBNull(4) ? null : reader.GetString(4),
            reader.GetString(5),
            reader.GetString(6),
            reader.GetString(7)));
}
