using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="IReminderTable"/>
internal sealed class SqliteReminderTable(SqliteWriter writer, SqliteReaders readers) : IReminderTable
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
        do update set grain_hash = excluded.grain_hash, start_at = excluded.start_at, period = excluded.period, version = version + 1
        returning version
        """;

    private const string RemoveSql = "delete from reminder where grain_id = $1 and reminder_name = $2 and version = $3";

    private const string ClearSql = "delete from reminder";

    public async Task<ReminderTableData> ReadRows(GrainId grainId) => new(await ReadAsync(ReadOfGrainSql, grainId.ToString()));

    public async Task<ReminderTableData> ReadRows(uint begin, uint end) =>
        new(await ReadAsync(begin < end ? ReadSegmentSql : ReadWrappedSegmentSql, (long)begin, (long)end));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        (await ReadAsync(ReadOneSql, grainId.ToString(), reminderName)).FirstOrDefault();

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var version = await writer.ChangeAsync(connection => SqliteStatement.Read(
            connection,
            UpsertSql,
            static reader => reader.GetInt64(0),
            entry.GrainId.ToString(),
            entry.ReminderName,
            (long)entry.GrainId.GetUniformHashCode(),
            SqliteTime.ToMicroseconds(entry.StartAt),
            entry.Period.Ticks)[0]);
        return version.ToString(CultureInfo.InvariantCulture);
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var version = long.Parse(eTag, NumberStyles.None, CultureInfo.InvariantCulture);
        return writer.ChangeAsync(connection =>
            SqliteStatement.Execute(connection, RemoveSql, grainId.ToString(), reminderName, version) == 1);
    }

    public Task TestOnlyClearTable() => writer.ChangeAsync(static connection => SqliteStatement.Execute(connection, ClearSql));

    private static ReminderEntry ReadEntry(SqliteDataReader reader) => new()
    {
        GrainId = GrainId.Parse(reader.GetString(0), CultureInfo.InvariantCulture),
        ReminderName = reader.GetString(1),
        StartAt = SqliteTime.FromMicroseconds(reader.GetInt64(2)).UtcDateTime,
        Period = new(reader.GetInt64(3)),
        ETag = reader.GetInt64(4).ToString(CultureInfo.InvariantCulture),
    };

    private Task<List<ReminderEntry>> ReadAsync(string sql, params object[] values) =>
        readers.RunAsync(connection => SqliteStatement.Read(connection, sql, ReadEntry, values), CancellationToken.None);
}
