using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Domain.Ledger.Snapshots;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Grains.Learners;

/// <summary>The ledger of one learner as this activation knows it, and its way to and from the journal.</summary>
/// <remarks>
/// The journal is the truth. Memory changes only after a row is stored; an answer that writes nothing is given only when
/// the newest row in the journal is the newest one here.
/// </remarks>
internal sealed partial class LedgerSession(
    string ledgerId, ILedgerJournal journal, ISnapshotStore snapshots, IStorageHealth health, TimeProvider time, ILogger logger)
{
    private const int LostRacesMax = 3;
    private const int RaceDelayMillisecondsMax = 20;
    private const int SnapshotRowsMin = 100;

    // A long ledger is copied less often, or copying it would cost more than writing it.
    private const int SnapshotShare = 50;

    // A node whose clock is further off must not judge what has expired.
    private static readonly TimeSpan SkewMax = TimeSpan.FromSeconds(2);

    private LearnerLedger _ledger = new(ledgerId);
    private long _snapshotSeq;

    public LearnerLedger Ledger => _ledger;

    /// <summary>Reads the ledger: a snapshot if there is one that fits the journal, then the rows after it.</summary>
    /// <exception cref="LedgerRowUnreadableException">A row is corrupt, or the journal is behind the newest checkpoint.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var opening = await journal.ReadOpeningAsync(ledgerId, LedgerSnapshotCodec.FoldVersion, cancellationToken);

        // The chain of a ledger cannot show that its tail was cut; the newest checkpoint can.
        if (opening is { NewestLeaf: { } leaf, IsLeafInJournal: false })
        {
            throw new LedgerRowUnreadableException($"Row {leaf.Seq} of ledger {ledgerId} is in a checkpoint and not in the journal.");
        }

        var folded = TryFold(opening);
        _ledger = folded ?? new(ledgerId);

        // They follow the snapshot that fits: one that cannot be read, or that was replaced between the questions, has left a gap.
        var isContinued = opening.Rows is [var first, ..]
            ? first.Seq == _ledger.Version + 1
            : opening.Snapshot is null || !opening.DoesSnapshotFit || folded is not null;
        if (isContinued)
        {
            foreach (var row in opening.Rows)
            {
                _ledger.Apply(row);
            }
        }

        if (opening.HasMore || !isContinued)
        {
            await ReadTailAsync(cancellationToken);
        }
    }

    /// <summary>Catches up with the journal if another writer was there.</summary>
    /// <returns>Whether anything was new.</returns>
    public async ValueTask<bool> RefreshAsync()
    {
        var head = await journal.ReadHeadAsync(ledgerId, _ledger.Version);
        if (head == _ledger.Version)
        {
            return false;
        }

        if (head < _ledger.Version)
        {
            throw new LedgerRowUnreadableException($"The journal of ledger {ledgerId} ends at row {head}; row {_ledger.Version} was stored before.");
        }

        await ReadTailAsync(CancellationToken.None);
        return true;
    }

    /// <summary>Runs one command to its end: decides, stores, applies; decides again when another writer was faster.</summary>
    /// <param name="id">Key and fingerprint of the command.</param>
    /// <param name="decide">Asks the rules about the instant it is given; may be asked more than once.</param>
    public async Task<CommandResult> RunAsync<TEvent>(CommandId id, Func<DateTimeOffset, ValueTask<Decision<TEvent>>> decide)
        where TEvent : LedgerEvent
    {
        if (health.ClockSkew.Duration() > SkewMax)
        {
            throw new StorageUnavailableException("The clocks of this node and of the database are more than two seconds apart.");
        }

        for (var lostRaces = 0; lostRaces < LostRacesMax; lostRaces++)
        {
            var decidedAt = time.GetUtcNow();
            var decision = await decide(decidedAt);
            if (decision.Status is LedgerStatus.Repeated)
            {
                // Memory compared the first halves of the fingerprints.
                var repeated = await ReadRowAsync(decision.RepeatedSeq);
                return repeated.Fingerprint.Span.SequenceEqual(id.Fingerprint.Span)
                    ? CommandResult.Repeated(repeated)
                    : CommandResult.Refused(LedgerStatus.IdempotencyKeyReused, []);
            }

            if (decision.Value is not { } happened)
            {
                // What refuses here may have been undone elsewhere; a refusal must be true now.
                if (await RefreshAsync())
                {
                    continue;
                }

                return CommandResult.Refused(decision.Status, decision.Lines);
            }

            var row = _ledger.NextRow(id, happened);
            var outcome = await journal.AppendAsync(
                new(row, CourseEntries.Of(_ledger, happened), ReportLines.Of(happened), decidedAt, ReportLines.WithdrawnBy(_ledger, happened)));
            switch (outcome.Status)
            {
                case AppendStatus.Stored:
                    row = row with { At = outcome.At };
                    _ledger.Apply(row, id, happened);
                    return CommandResult.Done(row, happened);
                case AppendStatus.Repeated:
                    await ReadTailAsync(CancellationToken.None);
                    return CommandResult.Repeated(Require(outcome.Existing));
                case AppendStatus.KeyReused:
                    await ReadTailAsync(CancellationToken.None);
                    return CommandResult.Refused(LedgerStatus.IdempotencyKeyReused, []);
                case AppendStatus.SeqTaken:
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(lostRaces * RaceDelayMillisecondsMax)), time);
                    await ReadTailAsync(CancellationToken.None);
                    break;
                case AppendStatus.None:
                default:
                    throw new NotSupportedException($"An append does not end with {outcome.Status}.");
            }
        }

        throw new StorageUnavailableException($"Other writers were faster {LostRacesMax} times in a row.");
    }

    public async Task<LedgerRow> ReadRowAsync(long seq)
    {
        var rows = await journal.ReadRowsAsync(ledgerId, [seq], CancellationToken.None);
        return Require(rows is [var row] ? row : null);
    }

    public Task<ImmutableArray<LedgerRow>> ReadRowsAsync(ImmutableArray<long> seqs) =>
        journal.ReadRowsAsync(ledgerId, seqs, CancellationToken.None);

    public Task<ImmutableArray<LedgerRow>> ReadPageAsync(long afterSeq, int rowsMax) =>
        journal.ReadPageAsync(ledgerId, afterSeq, rowsMax, CancellationToken.None);

    /// <summary>Writes a snapshot when enough rows have come since the last one. Nothing depends on its success.</summary>
    public async Task SaveSnapshotIfDueAsync()
    {
        if (_ledger.Version - _snapshotSeq < Math.Max(SnapshotRowsMin, _ledger.Version / SnapshotShare))
        {
            return;
        }

        var snapshot = new LedgerSnapshot(
            ledgerId, _ledger.Version, LedgerSnapshotCodec.FoldVersion, _ledger.HeadHash, LedgerSnapshotCodec.Write(_ledger));
        _snapshotSeq = _ledger.Version;
        try
        {
            await snapshots.WriteAsync(snapshot, CancellationToken.None);
        }
        catch (StorageUnavailableException exception)
        {
            LogSnapshotFailed(exception, ledgerId, snapshot.Seq);
        }
    }

    private static LedgerRow Require(LedgerRow? row)
    {
        Invariant.Require(row is not null, "A row that is known to be stored can be read.");
        return row;
    }

    private LearnerLedger? TryFold(LedgerOpening opening)
    {
        if (opening.Snapshot is not { } snapshot)
        {
            return null;
        }

        if (!opening.DoesSnapshotFit)
        {
            LogSnapshotIgnored(ledgerId, snapshot.Seq);
            return null;
        }

        try
        {
            var ledger = LedgerSnapshotCodec.Read(ledgerId, snapshot.State);
            _snapshotSeq = snapshot.Seq;
            return ledger;
        }
        catch (InvariantViolationException exception)
        {
            // A broken copy costs time, not truth.
            LogSnapshotBroken(exception, ledgerId, snapshot.Seq);
            return null;
        }
    }

    private async Task ReadTailAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in journal.ReadAsync(ledgerId, _ledger.Version, cancellationToken))
        {
            _ledger.Apply(row);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The snapshot of ledger {LedgerId} at row {Seq} was not written; the ledger starts slower.")]
    private partial void LogSnapshotFailed(Exception exception, string ledgerId, long seq);

    [LoggerMessage(LogLevel.Warning, "The snapshot of ledger {LedgerId} at row {Seq} cannot be read; the journal is.")]
    private partial void LogSnapshotBroken(Exception exception, string ledgerId, long seq);

    [LoggerMessage(LogLevel.Warning, "The snapshot of ledger {LedgerId} at row {Seq} does not fit the journal and is ignored.")]
    private partial void LogSnapshotIgnored(string ledgerId, long seq);
}
