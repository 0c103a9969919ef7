using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="ITrialBalanceReader"/>
/// <remarks>One statement is one snapshot. What it reads of a body is what <see cref="Domain.Ledger.Events"/> writes there.</remarks>
internal sealed class PostgresTrialBalanceReader(PostgresDatabase database) : ITrialBalanceReader
{
    private const string Sql = """
        with event as materialized (select ledger_id, kind, convert_from(body, 'UTF8')::jsonb as body from journal where ledger_id <> all($1)),
        credit as materialized
        (
            select e.ledger_id, c.value ->> 'creditId' as credit_id, e.body ->> 'courseId' as course_id,
                c.value ->> 'creditType' as credit_type, (c.value ->> 'hundredths')::bigint as earned
            from event as e, jsonb_array_elements(e.body -> 'credits') as c
            where e.kind = 'earned.v1'
        ),
        movement as
        (
            select e.ledger_id, m.value ->> 'creditId' as credit_id, 0::bigint as claimed, (m.value ->> 'hundredths')::bigint as expired,
                0::bigint as reversed
            from event as e, jsonb_array_elements(e.body -> 'expired') as m
            where jsonb_typeof(e.body -> 'expired') = 'array'
            union all
            select e.ledger_id, t.value ->> 'creditId', (t.value ->> 'hundredths')::bigint, 0, 0
            from event as e, jsonb_array_elements(e.body -> 'certificates') as c, jsonb_array_elements(c.value -> 'topics') as t
            where e.kind = 'claimed.v1'
            union all
            select e.ledger_id, m.value ->> 'creditId', 0, 0, (m.value ->> 'hundredths')::bigint
            from event as e, jsonb_array_elements(e.body -> 'forgone') as m
            where e.kind = 'claimed.v1'
            union all
            select e.ledger_id, m.value ->> 'creditId', 0, 0, (m.value ->> 'hundredths')::bigint
            from event as e, jsonb_array_elements(e.body -> 'reversed') as m
            where e.kind in ('reversed.v1', 'voided.v1')
            union all
            select e.ledger_id, m.value ->> 'creditId', -(m.value ->> 'hundredths')::bigint, 0, 0
            from event as e, jsonb_array_elements(e.body -> 'returned') as m
            where e.kind = 'voided.v1'
            union all
            select e.ledger_id, m.value ->> 'creditId', 0, 0, -(m.value ->> 'hundredths')::bigint
            from event as e, jsonb_array_elements(e.body -> 'reinstated') as m
            where e.kind = 'voided.v1'
        ),
        moved as
        (
            select ledger_id, credit_id, sum(claimed) as claimed, sum(expired) as expired, sum(reversed) as reversed
            from movement
            group by ledger_id, credit_id
        ),
        state as materialized
        (
            select coalesce(c.ledger_id, m.ledger_id) as ledger_id, c.course_id, coalesce(c.credit_type, 'unknown') as credit_type,
                coalesce(c.earned, 0) as earned, coalesce(m.claimed, 0) as claimed, coalesce(m.expired, 0) as expired,
                coalesce(m.reversed, 0) as reversed
            from credit as c full join moved as m on m.ledger_id = c.ledger_id and m.credit_id = c.credit_id
        ),
        side as
        (
            select course_id, credit_type, earned - reversed as learners, 0::bigint as courses, claimed as learners_claimed,
                0::bigint as courses_claimed, expired as learners_expired, 0::bigint as courses_expired
            from state
            where course_id is not null
            union all
            select course_id, credit_type,
                0, case kind when 1 then hundredths when 4 then -hundredths when 6 then hundredths else 0 end,
                0, case kind when 2 then hundredths when 5 then -hundredths else 0 end,
                0, case kind when 3 then hundredths else 0 end
            from course_entry
            where ledger_id <> all($1)
        ),
        broken as
        (
            select distinct ledger_id, credit_type
            from state
            where claimed < 0 or expired < 0 or reversed < 0 or earned < claimed + expired + reversed
            order by ledger_id, credit_type
            limit 100
        ),
        line as
        (
            select 1 as part, course_id as name, credit_type, sum(learners)::bigint, sum(courses)::bigint, sum(learners_claimed)::bigint,
                sum(courses_claimed)::bigint, sum(learners_expired)::bigint, sum(courses_expired)::bigint
            from side
            group by course_id, credit_type
            union all
            select 2, ledger_id, credit_type, 0, 0, 0, 0, 0, 0 from broken
            union all
            select 0, '', '', 0, 0, 0, 0, 0, 0
        )
        select line.*, statement_timestamp() from line order by part, name collate "C", credit_type collate "C"
        """;

    private const string ReadBodiesSql = "select ledger_id, kind, body from journal";

    private const int AtPart = 0;
    private const int TotalPart = 1;
    private const int BrokenPart = 2;

    public async Task<TrialBalance> ReadAsync(CancellationToken cancellationToken) =>
        await TryReadAsync(unreadable: [], cancellationToken)
        ?? await TryReadAsync(await FindUnreadableAsync(cancellationToken), cancellationToken)
        ?? throw new LedgerRowUnreadableException("The body of a journal row is not what its kind says.");

    /// <returns><see langword="null"/> when a body of another ledger than those named cannot be read.</returns>
    private async Task<TrialBalance?> TryReadAsync(string[] unreadable, CancellationToken cancellationToken)
    {
        try
        {
            var lines = await database.AuditAsync(
                (connection, cancellation) => PostgresStatement.ReadAsync(
                    PostgresStatement.Create(connection, Sql, PostgresStatement.Of(unreadable)), ReadLine, cancellation),
                cancellationToken);
            return new(
                lines.Single(line => line.Part == AtPart).At,
                [.. lines.Where(line => line.Part == TotalPart).Select(line => line.Line)],
                [.. lines.Where(line => line.Part == BrokenPart).Select(line => $"{line.Line.CourseId} {line.Line.CreditType}")],
                [.. unreadable]);
        }
        catch (PostgresException exception) when (PostgresErrors.IsOfRow(exception))
        {
            return null;
        }
    }

    private Task<string[]> FindUnreadableAsync(CancellationToken cancellationToken) => database.AuditAsync(
        static async (connection, cancellation) =>
        {
            var unreadable = new UnreadableLedgers();
            await using var command = PostgresStatement.Create(connection, ReadBodiesSql);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                unreadable.Check(reader.GetString(0), reader.GetString(1), PostgresStatement.GetBytes(reader, 2));
            }

            return unreadable.ToArray();
        },
        cancellationToken);

    private static (int Part, TrialBalanceLine Line, DateTimeOffset At) ReadLine(NpgsqlDataReader reader) => (
        reader.GetInt32(0),
        new(
            reader.GetString(1),
            reader.GetString(2),
            reader.GetInt64(3),
            reader.GetInt64(4),
            reader.GetInt64(5),
            reader.GetInt64(6),
            reader.GetInt64(7),
            reader.GetInt64(8)),
        PostgresStatement.GetInstant(reader, 9));
}
