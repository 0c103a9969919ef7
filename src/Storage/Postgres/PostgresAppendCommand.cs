using System.Buffers.Binary;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Reporting;
using CmeOrleans.Storage.Journal;
using Npgsql;
using NpgsqlTypes;

namespace CmeOrleans.Storage.Postgres;

/// <summary>The statement that stores a batch, prepared once per connection; its parameters are lists that are filled anew each time.</summary>
internal sealed class PostgresAppendCommand : IAsyncDisposable
{
    // A node's clock may be so far ahead; and a row may wait and be sent again for so long, with the longest deadlines there are.
    private const string ClockAheadMax = "2 seconds";
    private const string DecisionAgeMax = "2 minutes";

    // A row goes in only behind the row it is chained to: a writer whose last rows a failing-over server has lost, or one
    // that did not notice a loss, cannot leave a gap or fork a chain.
    // What was decided by a clock that is wrong does not go in either.
    // One statement, autocommitted. An explicit transaction would end with a commit, and the commit of an aborted
    // transaction returns as if it had stored something.
    private const string Sql = $"""
        with stored as
        (
            insert into journal (ledger_id, seq, prev_hash, hash, command_key, fingerprint, kind, body, at)
            select ledger_id, seq, prev_hash, hash, command_key, fingerprint, kind, body, greatest(previous_at, clock_timestamp())
            from unnest(
                $1::text[], $2::bigint[], $3::bytea[], $4::bytea[], $5::text[], $6::bytea[], $7::text[], $8::bytea[], $9::timestamptz[], $31::timestamptz[])
                with ordinality
                as sent (ledger_id, seq, prev_hash, hash, command_key, fingerprint, kind, body, previous_at, decided_at, n)
            where decided_at between clock_timestamp() - interval '{DecisionAgeMax}' and clock_timestamp() + interval '{ClockAheadMax}'
                and (seq = 1 or prev_hash =
                    (select j.hash from journal as j where j.ledger_id = sent.ledger_id and j.seq = sent.seq - 1))
            order by n
            on conflict do nothing
            returning ledger_id, seq, at
        ),
        entered as
        (
            insert into course_entry
                (course_id, at, ledger_id, seq, n, kind, credit_type, hundredths, first_of_learner, claim_by, certificate_id, verification_code)
            select e.course_id, s.at, s.ledger_id, s.seq, e.n, e.kind, e.credit_type, e.hundredths, e.first_of_learner, e.claim_by,
                e.certificate_id, e.verification_code
            from unnest($10::text[], $11::text[], $12::int[], $13::smallint[], $14::text[], $15::bigint[], $16::boolean[], $17::date[], $18::text[], $19::bytea[])
                as e (ledger_id, course_id, n, kind, credit_type, hundredths, first_of_learner, claim_by, certificate_id, verification_code)
            join stored as s on s.ledger_id = e.ledger_id
        ),
        reported as
        (
            insert into report_line
                (ledger_id, seq, n, board, course_id, pars_activity_id, credit_type, completed_on, hundredths, state, created_at)
            select s.ledger_id, s.seq, l.n, l.board, l.course_id, l.pars_activity_id, l.credit_type, l.completed_on, l.hundredths, l.state, s.at
            from unnest($20::text[], $21::int[], $22::text[], $23::text[], $24::text[], $25::text[], $26::date[], $27::bigint[], $28::text[])
                as l (ledger_id, n, board, course_id, pars_activity_id, credit_type, completed_on, hundredths, state)
            join stored as s on s.ledger_id = l.ledger_id
        ),
        withdrawn as
        (
            update report_line as r
            set state = '{ReportStates.Withdrawn}'
            from unnest($29::text[], $30::bigint[]) as w (ledger_id, seq)
            join stored as s on s.ledger_id = w.ledger_id
            where r.ledger_id = w.ledger_id and r.seq = w.seq and r.state in ('{ReportStates.Queued}', '{ReportStates.Held}')
        )
        select stored.ledger_id, stored.at, clock.now
        from (select clock_timestamp() as now) as clock
        left join stored on true
        """;

    private const int CodeBytes = 16;

    private readonly NpgsqlCommand _command;

    private readonly List<string> _ledgerIds = [];
    private readonly List<long> _seqs = [];
    private readonly List<ReadOnlyMemory<byte>> _previousHashes = [];
    private readonly List<ReadOnlyMemory<byte>> _hashes = [];
    private readonly List<string> _commandKeys = [];
    private readonly List<ReadOnlyMemory<byte>> _fingerprints = [];
    private readonly List<string> _kinds = [];
    private readonly List<ReadOnlyMemory<byte>> _bodies = [];
    private readonly List<DateTime> _previousAts = [];
    private readonly List<DateTime> _decidedAts = [];

    private readonly List<string> _entryLedgerIds = [];
    private readonly List<string> _entryCourseIds = [];
    private readonly List<int> _entryNs = [];
    private readonly List<short> _entryKinds = [];
    private readonly List<string> _entryCreditTypes = [];
    private readonly List<long> _entryHundredths = [];
    private readonly List<bool> _entryFirsts = [];
    private readonly List<DateOnly?> _entryClaimBys = [];
    private readonly List<string?> _entryCertificateIds = [];
    private readonly List<byte[]?> _entryCodes = [];

    private readonly List<string> _lineLedgerIds = [];
    private readonly List<int> _lineNs = [];
    private readonly List<string> _lineBoards = [];
    private readonly List<string> _lineCourseIds = [];
    private readonly List<string?> _lineActivityIds = [];
    private readonly List<string> _lineCreditTypes = [];
    private readonly List<DateOnly> _lineCompletedOns = [];
    private readonly List<long> _lineHundredths = [];
    private readonly List<string> _lineStates = [];

    private readonly List<string> _withdrawnLedgerIds = [];
    private readonly List<long> _withdrawnSeqs = [];

    private PostgresAppendCommand(NpgsqlConnection connection) => _command = PostgresStatement.Create(
        connection,
        Sql,
        PostgresStatement.Of(_ledgerIds),
        PostgresStatement.Of(_seqs),
        PostgresStatement.Of(_previousHashes),
        PostgresStatement.Of(_hashes),
        PostgresStatement.Of(_commandKeys),
        PostgresStatement.Of(_fingerprints),
        PostgresStatement.Of(_kinds),
        PostgresStatement.Of(_bodies),

        OfInstants(_previousAts),
        PostgresStatement.Of(_entryLedgerIds),
        PostgresStatement.Of(_entryCourseIds),
        PostgresStatement.Of(_entryNs),
        PostgresStatement.Of(_entryKinds),
        PostgresStatement.Of(_entryCreditTypes),
        PostgresStatement.Of(_entryHundredths),
        PostgresStatement.Of(_entryFirsts),
        PostgresStatement.Of(_entryClaimBys),
        PostgresStatement.Of(_entryCertificateIds),
        PostgresStatement.Of(_entryCodes),
        PostgresStatement.Of(_lineLedgerIds),
        PostgresStatement.Of(_lineNs),
        PostgresStatement.Of(_lineBoards),
        PostgresStatement.Of(_lineCourseIds),
        PostgresStatement.Of(_lineActivityIds),
        PostgresStatement.Of(_lineCreditTypes),
        PostgresStatement.Of(_lineCompletedOns),
        PostgresStatement.Of(_lineHundredths),
        PostgresStatement.Of(_lineStates),
        PostgresStatement.Of(_withdrawnLedgerIds),
        PostgresStatement.Of(_withdrawnSeqs),
        OfInstants(_decidedAts));

    public static async Task<PostgresAppendCommand> PrepareAsync(NpgsqlConnection connection)
    {
        var command = new PostgresAppendCommand(connection);
        await command._command.PrepareAsync();
        return command;
    }

    /// <summary>Stores what it can of the batch.</summary>
    /// <param name="batch">At most one row per ledger, in ordinal order of the ledger.</param>
    /// <param name="stored">Takes the time of each row that was stored, and <see langword="null"/> for each that was not.</param>
    /// <returns>The database's clock.</returns>
    public async Task<DateTimeOffset> ExecuteAsync(IReadOnlyList<PendingAppend> batch, List<DateTimeOffset?> stored)
    {
        Fill(batch);
        stored.Clear();
        var clock = default(DateTimeOffset);
        await using var reader = await _command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            clock = PostgresStatement.GetInstant(reader, 2);
            if (reader.IsDBNull(0))
            {
                break;
            }

            // The rows come back in the order in which they went in; those between were not stored.
            var ledgerId = reader.GetString(0);
            while (stored.Count < batch.Count && batch[stored.Count].Row.LedgerId != ledgerId)
            {
                stored.Add(null);
            }

            Invariant.Require(stored.Count < batch.Count, "A stored row is one of the batch.");
            stored.Add(PostgresStatement.GetInstant(reader, 1));
        }

        while (stored.Count < batch.Count)
        {
            stored.Add(null);
        }

        return clock;
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    // The type is named, because without a value a time could be one without a zone.
    private static NpgsqlParameter<List<DateTime>> OfInstants(List<DateTime> instants) =>
        new() { TypedValue = instants, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };

    private static byte[]? ToBytes(UInt128? code)
    {
        if (code is not { } value)
        {
            return null;
        }

        var bytes = new byte[CodeBytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    private void Fill(IReadOnlyList<PendingAppend> batch)
    {
        Clear();
        for (var index = 0; index < batch.Count; index++)
        {
            var append = batch[index].Append;
            Add(append.Row);
            _decidedAts.Add(append.DecidedAt.UtcDateTime);
            foreach (var entry in append.CourseEntries)
            {
                Add(append.Row.LedgerId, entry);
            }

            foreach (var line in append.ReportLines)
            {
                Add(append.Row.LedgerId, line);
            }

            if (append.ReportsWithdrawnOfSeq is { } seq)
            {
                _withdrawnLedgerIds.Add(append.Row.LedgerId);
                _withdrawnSeqs.Add(seq);
            }
        }
    }

    private void Add(LedgerRow row)
    {
        _ledgerIds.Add(row.LedgerId);
        _seqs.Add(row.Seq);
        _previousHashes.Add(row.PreviousHash);
        _hashes.Add(row.Hash);
        _commandKeys.Add(row.CommandKey);
        _fingerprints.Add(row.Fingerprint);
        _kinds.Add(row.Kind);
        _bodies.Add(row.Body);
        _previousAts.Add(row.At.UtcDateTime);
    }

    private void Add(string ledgerId, CourseEntry entry)
    {
        _entryLedgerIds.Add(ledgerId);
        _entryCourseIds.Add(entry.CourseId);
        _entryNs.Add(entry.N);
        _entryKinds.Add((short)entry.Kind);
        _entryCreditTypes.Add(entry.CreditType);
        _entryHundredths.Add(entry.Amount.Hundredths);
        _entryFirsts.Add(entry.IsFirstOfLearner);
        _entryClaimBys.Add(entry.ClaimBy);
        _entryCertificateIds.Add(entry.CertificateId?.ToString());
        _entryCodes.Add(ToBytes(entry.VerificationCode));
    }

    private void Add(string ledgerId, ReportLine line)
    {
        _lineLedgerIds.Add(ledgerId);
        _lineNs.Add(line.N);
        _lineBoards.Add(line.Board);
        _lineCourseIds.Add(line.CourseId);
        _lineActivityIds.Add(line.ParsActivityId);
        _lineCreditTypes.Add(line.CreditType);
        _lineCompletedOns.Add(line.CompletedOn);
        _lineHundredths.Add(line.Amount.Hundredths);
        _lineStates.Add(ReportLineStates.OfNew(line));
    }

    private void Clear()
    {
        foreach (var parameter in _command.Parameters)
        {
            ((System.Collections.IList)((NpgsqlParameter)parameter).Value!).Clear();
        }
    }
}
