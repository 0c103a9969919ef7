using CmeOrleans.Domain.Ledger;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>The columns of a journal row, in the order in which every query names them.</summary>
internal static class PostgresLedgerRows
{
    public const string Columns = "j.ledger_id, j.seq, j.prev_hash, j.hash, j.command_key, j.fingerprint, j.kind, j.body, j.at";

    public static LedgerRow Read(NpgsqlDataReader reader) => new()
    {
        LedgerId = reader.GetString(0),
        Seq = reader.GetInt64(1),
        PreviousHash = PostgresStatement.GetBytes(reader, 2),
        Hash = PostgresStatement.GetBytes(reader, 3),
        CommandKey = reader.GetString(4),
        Fingerprint = PostgresStatement.GetBytes(reader, 5),
        Kind = reader.GetString(6),
        Body = PostgresStatement.GetBytes(reader, 7),
        At = PostgresStatement.GetInstant(reader, 8),
    };
}
