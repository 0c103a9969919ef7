using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.System.Tests.Support;

/// <summary>Somebody who has the data file and knows SQLite. No node may run meanwhile.</summary>
internal static class SqliteHand
{
    /// <summary>Drops the triggers that refuse changes and changes rows.</summary>
    /// <param name="sql">May call <c>row_hash(ledger_id, seq, kind, prev_hash, body)</c>, which is what a row with this content is hashed to.</param>
    /// <returns>How many rows were changed.</returns>
    public static int Change(Installation installation, string sql)
    {
        using var connection = Open(installation);
        connection.CreateFunction<string, long, string, byte[], byte[], byte[]>("row_hash", HashRow);
        using var triggers = connection.CreateCommand();
        triggers.CommandText = "select coalesce(group_concat('drop trigger ' || name, ';'), '') from sqlite_master where type = 'trigger'";
        using var drop = connection.CreateCommand();
        drop.CommandText = (string)triggers.ExecuteScalar()!;
        drop.ExecuteNonQuery();
        using var change = connection.CreateCommand();
        change.CommandText = sql;
        return change.ExecuteNonQuery();
    }

    /// <summary>Reads rows of text, one line for each, with tabs between the columns.</summary>
    public static string ReadTabs(Installation installation, string sql)
    {
        using var connection = Open(installation);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new StringBuilder();
        while (reader.Read())
        {
            lines.AppendJoin('\t', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)).Append('\n');
        }

        return lines.ToString();
    }

    public static SqliteConnection Open(Installation installation)
    {
        var connection = new SqliteConnection($"Data Source={installation.DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }

    // As docs/ledger.md says.
    private static byte[] HashRow(string ledgerId, long seq, string kind, byte[] previousHash, byte[] body)
    {
        var seqBytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(seqBytes, seq);
        byte[][] fields = [Encoding.UTF8.GetBytes(ledgerId), seqBytes, Encoding.UTF8.GetBytes(kind), previousHash, body];
        using var hashed = new MemoryStream();
        hashed.WriteByte(1);
        foreach (var field in fields)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
            hashed.Write(length);
            hashed.Write(field);
        }

        return SHA256.HashData(hashed.ToArray());
    }
}
