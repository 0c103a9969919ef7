using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Entities;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>Asks the database every second which states were written since it asked last: other nodes do not tell.</summary>
/// <remarks>
/// Rows bear the id of the transaction that wrote them. A question covers all ids from the oldest one that was still open
/// at the question before, so that none is missed that was committed late; some are seen twice.
/// </remarks>
internal sealed partial class PostgresEntityWatch(PostgresDatabase database, EntityChanges changes, TimeProvider time, ILogger logger)
{
    /// <summary>Beyond so many writes in one answer everything counts as written.</summary>
    public const int StatesMax = 5_000;

    private const string Sql = """
        select state_name, key, 0 from (select state_name, key from entity where txid >= $1 limit $2) as written
        union all
        select '', '', txid_snapshot_xmin(txid_current_snapshot())
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long? _nextTransactionId;

    /// <summary>Asks until it is stopped. While the database does not answer, what is remembered grows old and is read again.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await TryAskAsync(stopping);
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The store closes.
        }
#pragma warning disable CA1031 // Nobody awaits this while the node runs; what is remembered grows old by itself.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogEnded(exception);
        }
    }

    private async Task TryAskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or PostgresException)
        {
            // Another server may stand there next, whose ids are lower.
            _nextTransactionId = null;
            LogNotHeard(exception.GetType().Name);
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        var askedAt = changes.Now;
        var answer = await database.ReadAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, Sql, PostgresStatement.Of(_nextTransactionId ?? long.MaxValue), PostgresStatement.Of(StatesMax + 1)),
                static reader => (StateName: reader.GetString(0), Key: reader.GetString(1), OldestOpen: reader.GetInt64(2)),
                cancellation),
            cancellationToken);
        var oldestOpen = answer[^1].OldestOpen;
        if (_nextTransactionId is null || oldestOpen < _nextTransactionId)
        {
            changes.NoteAll();
        }
        else if (answer.Count > StatesMax)
        {
            changes.NoteAll();
            LogTooMany(StatesMax);
        }
        else
        {
            foreach (var (stateName, key, _) in answer)
            {
                changes.Note(stateName, key);
            }
        }

        _nextTransactionId = oldestOpen;
        changes.HearAsOf(askedAt);
    }

    [LoggerMessage(LogLevel.Debug, "What other nodes wrote was not heard of ({ErrorName}); states are read until it is.")]
    private partial void LogNotHeard(string errorName);

    [LoggerMessage(LogLevel.Warning, "More than {StatesMax} states were written within a second or since a transaction began that is still open; all are read again.")]
    private partial void LogTooMany(int statesMax);

    [LoggerMessage(LogLevel.Error, "Hearing of what other nodes write has ended; states are read from the database each time.")]
    private partial void LogEnded(Exception exception);
}
