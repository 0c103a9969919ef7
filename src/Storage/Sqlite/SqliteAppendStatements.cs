using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Reporting;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>The prepared statements that store one row with its other sides. Used on the writer's thread, inside its transaction.</summary>
internal sealed class SqliteAppendStatements(SqliteConnection connection, TimeProvider time) : IDisposable
{
    private const string InsertRowSql = $"""
        insert into journal ({SqliteLedgerRows.Columns})
        select $1, $2, $3, $4, $5, $6, $7, $8, $9
        where $2 = 1 or $3 = (select hash from journal where ledger_id = $1 and seq = $2 - 1)
        on conflict do nothing
        """;

    private const string InsertCourseEntrySql = """
        insert into course_entry
            (course_id, at, ledger_id, seq, n, kind, credit_type, hundredths, first_of_learner, claim_by, certificate_id, verification_code)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string InsertReportLineSql = """
        insert into report_line
            (ledger_id, seq, n, board, course_id, pars_activity_id, credit_type, completed_on, hundredths, state, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string WithdrawReportLinesSql = $"""
        update report_line
        set state = '{ReportStates.Withdrawn}'
        where ledger_id = $1 and seq = $2 and state in ('{ReportStates.Queued}', '{ReportStates.Held}')
        """;

    private const string ReadByKeySql = $"select {SqliteLedgerRows.Columns} from journal where ledger_id = $1 and command_key = $2";

    private const string ReadPlaceSql = """
        select exists (select 1 from journal where ledger_id = $1 and seq = $2),
            $2 = 1 or exists (select 1 from journal where ledger_id = $1 and seq = $2 - 1 and hash = $3)
        """;

    private readonly SqliteCommand _insertRow = SqliteStatement.Prepare(connection, InsertRowSql, 9);
    private readonly SqliteCommand _insertCourseEntry = SqliteStatement.Prepare(connection, InsertCourseEntrySql, 12);
    private readonly SqliteCommand _insertReportLine = SqliteStatement.Prepare(connection, InsertReportLineSql, 11);

    /// <summary>Stores the row with its entries, or says why not. Durable only when the transaction is.</summary>
    public AppendOutcome Store(PendingAppend pending)
    {
        var row = pending.Row;
        var at = Math.Max(SqliteTime.ToMicroseconds(row.At), SqliteTime.ToMicroseconds(time.GetUtcNow()));
        SqliteStatement.Set(
            _insertRow,
            row.LedgerId,
            row.Seq,
            ToArray(row.PreviousHash),
            ToArray(row.Hash),
            row.CommandKey,
            ToArray(row.Fingerprint),
            row.Kind,
            ToArray(row.Body),
            at);
        if (_insertRow.ExecuteNonQuery() == 0)
        {
            return Classify(pending);
        }

        foreach (var entry in pending.Append.CourseEntries)
        {
            Store(row, entry, at);
        }

        foreach (var line in pending.Append.ReportLines)
        {
            Store(row, line, at);
        }

        if (pending.Append.ReportsWithdrawnOfSeq is { } seq)
        {
            SqliteStatement.Execute(connection, WithdrawReportLinesSql, row.LedgerId, seq);
        }

        return new(AppendStatus.Stored, SqliteTime.FromMicroseconds(at), null);
    }

    public void Dispose()
    {
        _insertRow.Dispose();
        _insertCourseEntry.Dispose();
        _insertReportLine.Dispose();
    }

    // Rows are made of whole arrays as a rule, which need no copy.
    private static byte[] ToArray(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : bytes.ToArray();

    private static byte[]? ToBytes(UInt128? code)
    {
        if (code is not { } value)
        {
            return null;
        }

        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    private void Store(LedgerRow row, CourseEntry entry, long at)
    {
        SqliteStatement.Set(
            _insertCourseEntry,
            entry.CourseId,
            at,
            row.LedgerId,
            row.Seq,
            entry.N,
            (int)entry.Kind,
            entry.CreditType,
            entry.Amount.Hundredths,
            entry.IsFirstOfLearner ? 1 : 0,
            entry.ClaimBy is { } claimBy ? SqliteTime.ToText(claimBy) : null,
            entry.CertificateId?.ToString(),
            ToBytes(entry.VerificationCode));
        _insertCourseEntry.ExecuteNonQuery();
    }

    private void Store(LedgerRow row, ReportLine line, long at)
    {
        SqliteStatement.Set(
            _insertReportLine,
            row.LedgerId,
            row.Seq,
            line.N,
            line.Board,
            line.CourseId,
            line.ParsActivityId,
            line.CreditType,
            SqliteTime.ToText(line.CompletedOn),
            line.Amount.Hundredths,
            ReportLineStates.OfNew(line),
            at);
        _insertReportLine.ExecuteNonQuery();
    }

    private AppendOutcome Classify(PendingAppend pending)
    {
        var row = pending.Row;
        var withKey = SqliteStatement.Read(connection, ReadByKeySql, SqliteLedgerRows.Read, row.LedgerId, row.CommandKey);
        var (isSeqTaken, isChained) = SqliteStatement.Read(
            connection,
            ReadPlaceSql,
            static reader => (reader.GetBoolean(0), reader.GetBoolean(1)),
            row.LedgerId,
            row.Seq,
            ToArray(row.PreviousHash))[0];
        var outcome = RowClassifier.Classify(pending, withKey.FirstOrDefault(), isSeqTaken, isChained);
        Invariant.Require(outcome is not null, "A row that was not inserted met another with its key or its seq, or has none in front.");
        return outcome.Value;
    }
}
