using System.Text.Json;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="ITrialBalanceReader"/>
internal sealed class SqliteTrialBalanceReader(SqliteReaders readers, TimeProvider time) : ITrialBalanceReader
{
    private const string Sql = """
        with event as materialized (select ledger_id, kind, cast(body as text) as body from journal where ledger_id not in (select value from json_each($1))),
        credit as materialized
        (
            select e.ledger_id, c.value ->> 'creditId' as credit_id, e.body ->> 'courseId' as course_id,
                c.value ->> 'creditType' as credit_type, c.value ->> 'hundredths' as earned
            from event as e, json_each(e.body, '$.credits') as c
            where e.kind = 'earned.v1'
        ),
        movement as materialized
        (
            select e.ledger_id, m.value ->> 'creditId' as credit_id, 0 as claimed, m.value ->> 'hundredths' as expired, 0 as reversed
            from event as e, json_each(e.body, '$.expired') as m
            union all
            select e.ledger_id, t.value ->> 'creditId', t.value ->> 'hundredths', 0, 0
            from event as e, json_each(e.body, '$.certificates') as c, json_each(c.value, '$.topics') as t
            where e.kind = 'claimed.v1'
            union all
            select e.ledger_id, m.value ->> 'creditId', 0, 0, m.value ->> 'hundredths'
            from event as e, json_each(e.body, '$.forgone') as m
            where e.kind = 'claimed.v1'
            union all
            select e.ledger_id, m.value ->> 'creditId', 0, 0, m.value ->> 'hundredths'
            from event as e, json_each(e.body, '$.reversed') as m
            where e.kind in ('reversed.v1', 'voided.v1')
            union all
            select e.ledger_id, m.value ->> 'creditId', -(m.value ->> 'hundredths'), 0, 0
            from event as e, json_each(e.body, '$.returned') as m
            where e.kind = 'voided.v1'
            union all
            select e.ledger_id, m.value ->> 'creditId', 0, 0, -(m.value ->> 'hundredths')
            from event as e, json_each(e.body, '$.reinstated') as m
            where e.kind = 'voided.v1'
        ),
        moved as materialized
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
            select course_id, credit_type, earned - reversed as learners, 0 as courses,
                claimed as learners_claimed, 0 as courses_claimed, expired as learners_expired, 0 as courses_expired
            from state
            where course_id is not null
            union all
            select course_id, credit_type,
                0, case kind when 1 then hundredths when 4 then -hundredths when 6 then hundredths else 0 end,
                0, case kind when 2 then hundredths when 5 then -hundredths else 0 end,
                0, case kind when 3 then hundredths else 0 end
            from course_entry
            where ledger_id not in (select value from json_each($1))
        ),
        broken as
        (
            select distinct ledger_id, credit_type
            from state
            where claimed < 0 or expired < 0 or reversed < 0 or earned < claimed + expired + reversed
            order by ledger_id, credit_type
            limit 100
        )
        select 0 as part, course_id as name, credit_type, sum(learners), sum(courses),
            sum(learners_claimed), sum(courses_claimed), sum(learners_expired), sum(courses_expired)
        from side
        group by course_id, credit_type
        union all
        select 1, ledger_id, credit_type, 0, 0, 0, 0, 0, 0 from broken
        order by part, name, credit_type
        """;

    private const string ReadBodiesSql = "select ledger_id, kind, body from journal";

    // What SQLite answers to a text that is not JSON, among other things that never change from one run to the next.
    private const int GenericError = 1;

    public Task<TrialBalance> ReadAsync(CancellationToken cancellationToken) => readers.RunAsync(
        connection => TryRead(connection, unreadable: [])
            ?? TryRead(connection, FindUnreadable(connection))
            ?? throw new LedgerRowUnreadableException("The body of a journal row is not what its kind says."),
        cancellationToken);

    private static string[] FindUnreadable(SqliteConnection connection)
    {
        var unreadable = new UnreadableLedgers();
        using var command = SqliteStatement.Create(connection, ReadBodiesSql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            unreadable.Check(reader.GetString(0), reader.GetString(1), SqliteStatement.GetBytes(reader, 2));
        }

        return unreadable.ToArray();
    }

    /// <returns><see langword="null"/> when a body of another ledger than those named cannot be read.</returns>
    private TrialBalance? TryRead(SqliteConnection connection, string[] unreadable)
    {
        try
        {
            return Read(connection, unreadable);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == GenericError)
        {
            return null;
        }
    }

    private TrialBalance Read(SqliteConnection connection, string[] unreadable)
    {
        var at = time.GetUtcNow();
        var lines = SqliteStatement.Read(
            connection,
            Sql,
            static reader => (
                IsBroken: reader.GetInt32(0) == 1,
                Line: new TrialBalanceLine(
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetInt64(3),
                    reader.GetInt64(4),
                    reader.GetInt64(5),
                    reader.GetInt64(6),
                    reader.GetInt64(7),
                    reader.GetInt64(8))),
            JsonSerializer.Serialize(unreadable));
        return new(
            at,
            [.. lines.Where(line => !line.IsBroken).Select(line => line.Line)],
            [.. lines.Where(line => line.IsBroken).Select(line => $"{line.Line.CourseId} {line.Line.CreditType}")],
            [.. unreadable]);
    }
}
