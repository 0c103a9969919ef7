using System.Buffers.Binary;
using System.Collections;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Storage.Journal;
using Npgsql;
using NpgsqlTypes;

namespace CmeOrleans.Storage.Postgres;

/// <summary>A batch as the lists that are the parameters of <see cref="PostgresAppendSql"/>: filled anew for each statement.</summary>
internal sealed class PostgresAppendLists
{
    private const int CodeBytes = 16;

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

    private readonly IList[] _all;

    public PostgresAppendLists() => _all = Array.ConvertAll(ToParameters(withReports: true), static parameter => (IList)parameter.Value!);

    /// <summary>Whether a statement about this batch needs the lists of reports.</summary>
    public bool HasReports => _lineLedgerIds.Count > 0 || _withdrawnLedgerIds.Count > 0;

    /// <summary>Parameters over the lists, in the order of the statement; each command needs its own.</summary>
    /// <param name="withReports">Whether the statement takes the lists of reports.</param>
    public NpgsqlParameter[] ToParameters(bool withReports) => withReports ? [.. OfRows(), .. OfEntries(), .. OfReports()] : [.. OfRows(), .. OfEntries()];

    public void Fill(IReadOnlyList<PendingAppend> batch)
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

    private NpgsqlParameter[] OfRows() =>
    [
        PostgresStatement.Of(_ledgerIds),
        PostgresStatement.Of(_seqs),
        PostgresStatement.Of(_previousHashes),
        PostgresStatement.Of(_hashes),
        PostgresStatement.Of(_commandKeys),
        PostgresStatement.Of(_fingerprints),
        PostgresStatement.Of(_kinds),
        PostgresStatement.Of(_bodies),
        OfInstants(_previousAts),
        OfInstants(_decidedAts),
    ];

    private NpgsqlParameter[] OfEntries() =>
    [
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
    ];

    private NpgsqlParameter[] OfReports() =>
    [
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
    ];

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
        foreach (var list in _all)
        {
            list.Clear();
        }
    }
}
