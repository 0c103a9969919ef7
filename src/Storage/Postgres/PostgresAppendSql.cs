using CmeOrleans.Domain.Reporting;

namespace CmeOrleans.Storage.Postgres;

/// <summary>The text of the statement that stores a batch, in the forms in which it is prepared.</summary>
internal static class PostgresAppendSql
{
    // A node's clock may be so far ahead; and a row may wait and be sent again for so long, with the longest deadlines there are.
    private const string ClockAheadMax = "2 seconds";
    private const string DecisionAgeMax = "2 minutes";

    // A row goes in only behind the row it is chained to: a writer whose last rows a failing-over server has lost, or one
    // that did not notice a loss, cannot leave a gap or fork a chain.
    // What was decided by a clock that is wrong does not go in either.
    // One statement, autocommitted. An explicit transaction would end with a commit, and the commit of an aborted
    // transaction returns as if it had stored something.
    private const string Rows = $"""
        with stored as
        (
            insert into journal (ledger_id, seq, prev_hash, hash, command_key, fingerprint, kind, body, at)
            select ledger_id, seq, prev_hash, hash, command_key, fingerprint, kind, body, greatest(previous_at, clock_timestamp())
            from unnest(
                $1::text[], $2::bigint[], $3::bytea[], $4::bytea[], $5::text[], $6::bytea[], $7::text[], $8::bytea[], $9::timestamptz[], $10::timestamptz[])
                with ordinality
                as sent (ledger_id, seq, prev_hash, hash, command_key, fingerprint, kind, body, previous_at, decided_at, n)
            where decided_at between clock_timestamp() - interval '{DecisionAgeMax}' and clock_timestamp() + interval '{ClockAheadMax}'
                and (seq = 1 or prev_hash =
                    (select j.hash from journal as j where j.ledger_id = sent.ledger_id and j.seq = sent.seq - 1))
            order by n
        """;

    private const string PassConflictsOver = " on conflict do nothing";

    private const string Entries = """

            returning ledger_id, seq, at
        ),
        entered as
        (
            insert into course_entry
                (course_id, at, ledger_id, seq, n, kind, credit_type, hundredths, first_of_learner, claim_by, certificate_id, verification_code)
            select e.course_id, s.at, s.ledger_id, s.seq, e.n, e.kind, e.credit_type, e.hundredths, e.first_of_learner, e.claim_by,
                e.certificate_id, e.verification_code
            from unnest($11::text[], $12::text[], $13::int[], $14::smallint[], $15::text[], $16::bigint[], $17::boolean[], $18::date[], $19::text[], $20::bytea[])
                as e (ledger_id, course_id, n, kind, credit_type, hundredths, first_of_learner, claim_by, certificate_id, verification_code)
            join stored as s on s.ledger_id = e.ledger_id
        )
        """;

    private const string Reports = $"""
        ,
        reported as
        (
            insert into report_line
                (ledger_id, seq, n, board, course_id, pars_activity_id, credit_type, completed_on, hundredths, state, created_at)
            select s.ledger_id, s.seq, l.n, l.board, l.course_id, l.pars_activity_id, l.credit_type, l.completed_on, l.hundredths, l.state, s.at
            from unnest($21::text[], $22::int[], $23::text[], $24::text[], $25::text[], $26::text[], $27::date[], $28::bigint[], $29::text[])
                as l (ledger_id, n, board, course_id, pars_activity_id, credit_type, completed_on, hundredths, state)
            join stored as s on s.ledger_id = l.ledger_id
        ),
        withdrawn as
        (
            update report_line as r
            set state = '{ReportStates.Withdrawn}'
            from unnest($30::text[], $31::bigint[]) as w (ledger_id, seq)
            join stored as s on s.ledger_id = w.ledger_id
            where r.ledger_id = w.ledger_id and r.seq = w.seq and r.state in ('{ReportStates.Queued}', '{ReportStates.Held}')
        )
        """;

    private const string Answer = """

        select stored.ledger_id, stored.at, clock.now
        from (select clock_timestamp() as now) as clock
        left join stored on true
        """;

    /// <param name="passesConflictsOver">Whether rows whose place or key is taken are left out, instead of failing the statement.</param>
    /// <param name="hasReports">Whether lines for boards come with the rows, or are withdrawn by them.</param>
    public static string Compose(bool passesConflictsOver, bool hasReports) =>
        Rows + (passesConflictsOver ? PassConflictsOver : "") + Entries + (hasReports ? Reports : "") + Answer;
}
