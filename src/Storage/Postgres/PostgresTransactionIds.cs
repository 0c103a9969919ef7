using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>
/// Keeps transaction ids rising when a database moves to another server by dump and restore. Checkpoints and the sums of
/// courses go by these ids: on a new server they begin low, and new rows would count as long covered.
/// </summary>
internal static class PostgresTransactionIds
{
    private const string IsAlignedSql = """
        select exists (select from txid_origin where system_identifier = (select system_identifier from pg_control_system()))
        """;

    // The id of this transaction and all later ones shall be at or after everything the tables know of.
    private const string ReadAheadSql = """
        select greatest(
            0,
            coalesce((select max(txid) + 1 from journal), 0) - txid_current(),
            coalesce((select max(txid) + 1 from course_entry), 0) - txid_current(),
            coalesce((select max(watermark::bigint) from checkpoint), 0) - txid_current(),
            coalesce((select max(watermark) from course_sum), 0) - txid_current())
        """;

    private const string RecordSql = """
        insert into txid_origin (system_identifier, ahead) select system_identifier, $1 from pg_control_system()
        on conflict (only_row) do update set system_identifier = excluded.system_identifier, ahead = excluded.ahead
        """;

    /// <summary>Compares the server with the one the tables came from. Under the lock of the migrations, as the owner.</summary>
    public static async Task AlignAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var isAligned = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, IsAlignedSql), static reader => reader.GetBoolean(0), cancellationToken);
        if (isAligned[0])
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var ahead = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, ReadAheadSql), static reader => reader.GetInt64(0), cancellationToken);
        await PostgresStatement.ExecuteAsync(
            PostgresStatement.Create(connection, RecordSql, PostgresStatement.Of(ahead[0])), cancellationToken);
        foreach (var table in (string[])["journal", "course_entry"])
        {
            await PostgresStatement.ExecuteAsync(
                PostgresStatement.Create(connection, $"alter table {table} alter column txid set default txid_current() + {ahead[0]}"),
                cancellationToken);
        }

        // Nodes ask for what is written while they run; the ids of another server say nothing of that.
        foreach (var sql in (string[])[
            "alter table entity disable trigger entity_stamps_txid",
            "update entity set txid = 0",
            "alter table entity enable trigger entity_stamps_txid"])
        {
            await PostgresStatement.ExecuteAsync(PostgresStatement.Create(connection, sql), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
