using System.Buffers.Binary;
using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="ICourseEntryReader"/>
internal sealed class PostgresCourseEntryReader(PostgresDatabase database) : ICourseEntryReader
{
    // So many entries are added up at most before their sum is stored.
    private const long EntriesUnsummedMax = 1_000;

    private const int CodeBytes = 16;

    // What is below the oldest transaction under way is settled.
    private const string ReadPageSql = """
        with settled as (select txid_snapshot_xmin(txid_current_snapshot()) + ahead as below from txid_origin)
        select txid, position, txid < (select below from settled), ledger_id, seq, at, kind, credit_type, hundredths
        from course_entry
        where course_id = $1 and (txid, position) > ($2, $3)
        order by txid, position
        limit $4
        """;

    // Adds the entries after the stored sums to the sums. A type without a sum had no entry when the sums were stored.
    private const string BalanceSql = """
        with since as (select coalesce(min(watermark), 0) as watermark from course_sum where course_id = $1),
        part as
        (
            select credit_type, issued, claimed, reversed, expired, learners, 0 as entries
            from course_sum
            where course_id = $1
            union all
            select e.credit_type,
                case e.kind when 1 then e.hundredths when 4 then -e.hundredths when 6 then e.hundredths else 0 end,
                case e.kind when 2 then e.hundredths when 5 then -e.hundredths else 0 end,
                case e.kind when 4 then e.hundredths when 6 then -e.hundredths else 0 end,
                case e.kind when 3 then e.hundredths else 0 end,
                case when e.first_of_learner then 1 else 0 end,
                1
            from course_entry as e
            left join course_sum as s on s.course_id = e.course_id and s.credit_type = e.credit_type
            where e.course_id = $1
                and e.txid >= (select watermark from since)
                and e.txid >= coalesce(s.watermark, 0)
                and e.txid < $2
        )
        select credit_type, sum(issued)::bigint as issued, sum(claimed)::bigint as claimed, sum(reversed)::bigint as reversed,
            sum(expired)::bigint as expired, sum(learners)::bigint as learners, sum(entries)::bigint as entries
        from part
        group by credit_type
        order by credit_type
        """;

    // Below the oldest transaction under way nothing can be added any more: up to there the sum is final.
    private const string ReadFinalTxidSql = "select txid_snapshot_xmin(txid_current_snapshot()) + ahead from txid_origin";

    private const string StoreSumsSql = $"""
        insert into course_sum (course_id, credit_type, issued, claimed, reversed, expired, learners, watermark)
        select $1, credit_type, issued, claimed, reversed, expired, learners, $2
        from ({BalanceSql}) as balance
        on conflict (course_id, credit_type) do update
        set issued = excluded.issued, claimed = excluded.claimed, reversed = excluded.reversed, expired = excluded.expired,
            learners = excluded.learners, watermark = excluded.watermark
        where excluded.watermark > course_sum.watermark
        """;

    private const string FindCertificateSql =
        "select ledger_id, seq, certificate_id from course_entry where verification_code = $1 limit 1";

    private const string ListDueSql = """
        select distinct ledger_id
        from course_entry
        where claim_by between $1 and $2 and ledger_id > $3
        order by ledger_id
        limit $4
        """;

    public async Task<ImmutableArray<StoredCourseEntry>> ReadPageAsync(
        string courseId, CourseEntryPosition after, int entriesMax, CancellationToken cancellationToken) =>
        [
            .. await database.ReadAsync(
                (connection, cancellation) => PostgresStatement.ReadAsync(
                    PostgresStatement.Create(
                        connection,
                        ReadPageSql,
                        PostgresStatement.Of(courseId),
                        PostgresStatement.Of(after.Transaction),
                        PostgresStatement.Of(after.Entry),
                        PostgresStatement.Of((long)entriesMax)),
                    ReadEntry,
                    cancellation),
                cancellationToken),
        ];

    public async Task<ImmutableArray<CourseBalance>> ReadBalanceAsync(string courseId, CancellationToken cancellationToken)
    {
        var sums = await database.ReadAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, BalanceSql, PostgresStatement.Of(courseId), PostgresStatement.Of(long.MaxValue)),
                static reader => (
                    Balance: new CourseBalance(
                        reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)),
                    Entries: reader.GetInt64(6)),
                cancellation),
            cancellationToken);
        if (sums.Sum(sum => sum.Entries) > EntriesUnsummedMax)
        {
            await database.WriteAsync((connection, cancellation) => StoreSumsAsync(connection, courseId, cancellation));
        }

        return [.. sums.Select(sum => sum.Balance)];
    }

    public async Task<CertificateLocation?> FindCertificateAsync(UInt128 verificationCode, CancellationToken cancellationToken)
    {
        var code = new byte[CodeBytes];
        BinaryPrimitives.WriteUInt128BigEndian(code, verificationCode);
        var rows = await database.ReadAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, FindCertificateSql, PostgresStatement.Of(code)),
                static reader => new CertificateLocation(reader.GetString(0), reader.GetInt64(1), reader.GetString(2)),
                cancellation),
            cancellationToken);
        return rows.FirstOrDefault();
    }

    public async Task<ImmutableArray<string>> ListLedgersDueAsync(
        DateOnly from, DateOnly to, string? afterLedgerId, int ledgersMax, CancellationToken cancellationToken) =>
        [
            .. await database.ReadAsync(
                (connection, cancellation) => PostgresStatement.ReadAsync(
                    PostgresStatement.Create(
                        connection,
                        ListDueSql,
                        PostgresStatement.Of(from),
                        PostgresStatement.Of(to),
                        PostgresStatement.Of(afterLedgerId ?? ""),
                        PostgresStatement.Of((long)ledgersMax)),
                    static reader => reader.GetString(0),
                    cancellation),
                cancellationToken),
        ];

    private static async Task<int> StoreSumsAsync(NpgsqlConnection connection, string courseId, CancellationToken cancellationToken)
    {
        // Asked before the sum is computed: what is final now is still final then.
        var finalTxid = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, ReadFinalTxidSql), static reader => reader.GetInt64(0), cancellationToken);
        return await PostgresStatement.ExecuteAsync(
            PostgresStatement.Create(connection, StoreSumsSql, PostgresStatement.Of(courseId), PostgresStatement.Of(finalTxid[0])),
            cancellationToken);
    }

    private static StoredCourseEntry ReadEntry(NpgsqlDataReader reader) => new(
        new(reader.GetInt64(0), reader.GetInt64(1)),
        reader.GetBoolean(2),
        reader.GetString(3),
        reader.GetInt64(4),
        PostgresStatement.GetInstant(reader, 5),
        (CourseEntryKind)reader.GetInt16(6),
        reader.GetString(7),
        CreditAmount.FromHundredths(reader.GetInt64(8)));
}
