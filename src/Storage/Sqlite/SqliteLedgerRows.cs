using CmeOrleans.Domain.Ledger;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>The columns of a journal row, in the order in which every query names them.</summary>
internal static class SqliteLedgerRows
{
    public const string Columns = "ledger_id, seq, prev_hash, hash, command_key, fingerprint, kind, body, at";

    /// <summary>The rows of a ledger ($1) after a seq ($2), oldest first, at most so many ($3).</summary>
    public const string PageSql = $"""
        select {Columns}
        from journal
        where ledger_id = $1 and seq > $2
        order by seq
        limit $3
        """;

    public static LedgerRow Read(SqliteDataReader reader) => new()
    {
        LedgerId = reader.GetString(0),
        Seq = reader.GetInt64(1),
        PreviousHash = SqliteStatement.GetBytes(reader, 2),
        Hash = SqliteStatement.GetBytes(reader, 3),
        CommandKey = reader.GetString(4),
        Fingerprint = SqliteStatement.GetBytes(reader, 5),
        Kind = reader.GetString(6),
        Body = SqliteStatement.GetBytes(reader, 7),
        At = SqliteTime.FromMicroseconds(reader.GetInt64(8)),
    };
}
