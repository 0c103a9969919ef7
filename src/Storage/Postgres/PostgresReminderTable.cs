using System.Globalization;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="IReminderTable"/>
internal sealed class PostgresReminderTable(PostgresDatabase database) : IReminderTable
{
    private const string Columns = "grain_id, reminder_name, start_at, period, version";

    private const string ReadOfGrainSql = $"select {Columns} from reminder where grain_id = $1";

    private const string ReadOneSql = $"select {Columns} from reminder where grain_id = $1 and reminder_name = $2";

    private const string ReadSegmentSql = $"select {Columns} from reminder where grain_hash > $1 and grain_hash <= $2";

    // The segment goes over the end of the ring; with equal bounds it is the whole ring.
    private const string ReadWrappedSegmentSql = $"select {Columns} from reminder where grain_hash > $1 or grain_hash <= $2";

    private const string UpsertSql = """
        insert into reminder (grain_id, reminder_name, grain_hash, start_at, period, version)
        values ($1, $2, $3, $4, $5, 1)
        on conflict (grain_id, reminder_name)
        do update set grain_hash = excluded.grain_hash, start_at = excluded.start_at, period = excluded.period, version = reminder.version + 1
        returning version
        """;

    private const string RemoveSql = "delete from reminder where grain_id = $1 and reminder_name = $2 and version = $3";

    private const string ClearSql = "delete from reminder";

    public async Task<ReminderTableData> ReadRows(GrainId grainId) =>
        new(await ReadAsync(ReadOfGrainSql, PostgresStatement.Of(grainId.ToString())));

    public async Task<ReminderTableData> ReadRows(uint begin, uint end) => new(await ReadAsync(
        begin < end ? ReadSegmentSql : ReadWrappedSegmentSql, PostgresStatement.Of((long)begin), PostgresStatement.Of((long)end)));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => (await ReadAsync(
        ReadOneSql, PostgresStatement.Of(grainId.ToString()), PostgresStatement.Of(reminderName))).FirstOrDefault();

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var versions = await database.WriteAsync((connection, cancellation) => PostgresStatement.ReadAsync(
            PostgresStatement.Create(
                connection,
                UpsertSql,
                PostgresStatement.Of(entry.GrainId.ToString()),
                PostgresStatement.Of(entry.ReminderName),
                PostgresStatement.Of((long)entry.GrainId.GetUniformHashCode()),
                PostgresStatement.Of(DateTime.SpecifyKind(entry.StartAt, DateTimeKind.Utc)),
                PostgresStatement.Of(entry.Period.Ticks)),
            static reader => reader.GetInt64(0),
            cancellation));
        return versions[0].ToString(CultureInfo.InvariantCulture);
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var version = long.Parse(eTag, NumberStyles.None, CultureInfo.InvariantCulture);
        return database.WriteAsync(async (connection, cancellation) => 1 == await PostgresStatement.ExecuteAsync(
            PostgresStatement.Create(
                connection,
                RemoveSql,
                PostgresStatement.Of(grainId.ToString()),
                PostgresStatement.Of(reminderName),
                PostgresStatement.Of(version)),
            cancellation));
    }

    public Task TestOnlyClearTable() => database.WriteAsync(static (connection, cancellation) =>
        PostgresStatement.ExecuteAsync(PostgresStatement.Create(connection, ClearSql), cancellation));

    private static ReminderEntry ReadEntry(NpgsqlDataReader reader) => new()
    {
        GrainId = GrainId.Parse(reader.GetString(0), CultureInfo.InvariantCulture),
        ReminderName = reader.GetString(1),
        StartAt = reader.GetDateTime(2),
        Period = new(reader.GetInt64(3)),
        ETag = reader.GetInt64(4).ToString(CultureInfo.InvariantCulture),
    };

    private Task<List<ReminderEntry>> ReadAsync(string sql, params NpgsqlParameter[] parameters) => database.ReadAsync(
        (connection, cancellation) =>
            PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, sql, [.. parameters.Select(parameter => parameter.Clone())]), ReadEntry, cancellation),
        CancellationToken.None);
}
