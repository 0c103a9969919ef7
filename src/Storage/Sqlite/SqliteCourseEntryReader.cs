using System.Buffers.Binary;
using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="ICourseEntryReader"/>
internal sealed class SqliteCourseEntryReader(SqliteWriter writer, SqliteReaders readers) : ICourseEntryReader
{
    // So many entries are added up at most before their sum is stored.
    private const long EntriesUnsummedMax = 1_000;

    private const string ReadPageSql = """
        select position, ledger_id, seq, at, kind, credit_type, hundredths
        from course_entry
        where course_id = $1 and position > $2
        order by position
        limit $3
        """;

    private const string ReadBalanceSql = """
        with since as (select coalesce(max(watermark), 0) as watermark from course_sum where course_id = $1),
        added as
        (
            select credit_type,
                sum(case kind when 1 then hundredths when 4 then -hundredths when 6 then hundredths else 0 end) as issued,
                sum(case kind when 2 then hundredths when 5 then -hundredths else 0 end) as claimed,
                sum(case kind when 4 then hundredths when 6 then -hundredths else 0 end) as reversed,
                sum(case kind when 3 then hundredths else 0 end) as expired,
                sum(first_of_learner) as learners,
                count(*) as entries,
                max(position) as watermark
            from course_entry indexed by course_entry_course_idx
            where course_id = $1 and position > (select watermark from since)
            group by credit_type
        ),
        parts as
        (
            select credit_type, issued, claimed, reversed, expired, learners, 0 as entries, watermark from course_sum where course_id = $1
            union all
            select credit_type, issued, claimed, reversed, expired, learners, entries, watermark from added
        )
        select credit_type, sum(issued), sum(claimed), sum(reversed), sum(expired), sum(learners), sum(entries), max(watermark)
        from parts
        group by credit_type
        order by credit_type
        """;

    private const string StoreSumSql = """
        insert into course_sum (course_id, credit_type, issued, claimed, reversed, expired, learners, watermark)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (course_id, credit_type) do update
        set issued = excluded.issued, claimed = excluded.claimed, reversed = excluded.reversed, expired = excluded.expired,
            learners = excluded.learners, watermark = excluded.watermark
        """;

    private const string FindCertificateSql =
        "select ledger_id, seq, certificate_id from course_entry where verification_code = $1 order by position limit 1";

    private const string ListDueSql = """
        select distinct ledger_id
        from course_entry
        where claim_by between $1 and $2 and ledger_id > $3
        order by ledger_id
        limit $4
        """;

    public Task<ImmutableArray<StoredCourseEntry>> ReadPageAsync(
        string courseId, CourseEntryPosition after, int entriesMax, CancellationToken cancellationToken) => readers.RunAsync(
            connection => SqliteStatement.Read(connection, ReadPageSql, ReadEntry, courseId, after.Entry, entriesMax).ToImmutableArray(),
            cancellationToken);

    public async Task<ImmutableArray<CourseBalance>> ReadBalanceAsync(string courseId, CancellationToken cancellationToken)
    {
        var sums = await readers.RunAsync(connection => ReadSums(connection, courseId), cancellationToken);
        if (sums.Sum(sum => sum.EntriesAdded) > EntriesUnsummedMax)
        {
            await writer.ChangeAsync(connection => StoreSums(connection, courseId));
        }

        return [.. sums.Select(sum => sum.Balance)];
    }

    public Task<CertificateLocation?> FindCertificateAsync(UInt128 verificationCode, CancellationToken cancellationToken)
    {
        var code = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(code, verificationCode);
        return readers.RunAsync(
            connection => SqliteStatement.Read(
                connection,
                FindCertificateSql,
                static reader => new CertificateLocation(reader.GetString(0), reader.GetInt64(1), reader.GetString(2)),
                code).FirstOrDefault(),
            cancellationToken);
    }

    public Task<ImmutableArray<string>> ListLedgersDueAsync(
        DateOnly from, DateOnly to, string? afterLedgerId, int ledgersMax, CancellationToken cancellationToken) => readers.RunAsync(
            connection => SqliteStatement.Read(
                connection,
                ListDueSql,
                static reader => reader.GetString(0),
                SqliteTime.ToText(from),
                SqliteTime.ToText(to),
                afterLedgerId ?? "",
                ledgersMax).ToImmutableArray(),
            cancellationToken);

    // There is one writer, so whatever is read is settled.
    private static StoredCourseEntry ReadEntry(SqliteDataReader reader) => new(
        new(Transaction: 0, reader.GetInt64(0)),
        IsSettled: true,
        reader.GetString(1),
        reader.GetInt64(2),
        SqliteTime.FromMicroseconds(reader.GetInt64(3)),
        (CourseEntryKind)reader.GetInt32(4),
        reader.GetString(5),
        CreditAmount.FromHundredths(reader.GetInt64(6)));

    private static List<(CourseBalance Balance, long EntriesAdded, long Watermark)> ReadSums(SqliteConnection connection, string courseId) =>
        SqliteStatement.Read(
            connection,
            ReadBalanceSql,
            static reader => (
                new CourseBalance(
                    reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)),
                reader.GetInt64(6),
                reader.GetInt64(7)),
            courseId);

    // Read again inside the writing transaction, so that two that store at once cannot set the sum back.
    private static int StoreSums(SqliteConnection connection, string courseId)
    {
        var sums = ReadSums(connection, courseId);
        var watermark = sums.Max(sum => sum.Watermark);
        foreach (var (balance, _, _) in sums)
        {
            SqliteStatement.Execute(
                connection,
                StoreSumSql,
                courseId,
                balance.CreditType,
                balance.IssuedHundredths,
                balance.ClaimedHundredths,
                balance.ReversedHundredths,
                balance.ExpiredHundredths,
                balance.Learners,
                watermark);
        }

        return sums.Count;
    }
}
