using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>Short forms for commands with positional parameters ($1, $2 …).</summary>
internal static class SqliteStatement
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 16).Select(number => $"${number}")];

    public static SqliteCommand Create(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue(Names[index], values[index] ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>A command to be run many times: its values are given at each run.</summary>
    public static SqliteCommand Prepare(SqliteConnection connection, string sql, int parametersCount)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < parametersCount; index++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = Names[index] });
        }

        command.Prepare();
        return command;
    }

    public static void Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }
    }

    public static int Execute(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Create(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs the query and turns each row into a <typeparamref name="T"/>. The query bounds their number.</summary>
    public static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = Create(connection, sql, values);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static byte[] GetBytes(SqliteDataReader reader, int ordinal) => reader.GetFieldValue<byte[]>(ordinal);

    public static string? GetTextOrNull(SqliteDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
}
