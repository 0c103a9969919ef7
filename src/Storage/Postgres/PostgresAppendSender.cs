using System.Data;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>Stores batches over one connection of its own, and finds out about those whose answer was lost.</summary>
/// <remarks>
/// To send a row again is always safe: a statement that is still under way somewhere holds the row's keys, so the second
/// waits for it, inserts nothing and finds the first one's row.
/// </remarks>
internal sealed class PostgresAppendSender(PostgresDatabase database, PostgresClock clock, TimeProvider time) : IAppendSender
{
    private const int TriesMax = 4;
    private const int PauseMillisecondsMax = 40;

    private readonly List<DateTimeOffset?> _stored = [];
    private NpgsqlConnection? _connection;
    private PostgresAppendCommand? _command;

    public async Task SendAsync(IReadOnlyList<PendingAppend> batch)
    {
        if (batch.Count > 1 && await TrySendTogetherAsync([.. batch]))
        {
            return;
        }

        // One row of the batch may be what no row can be, or met a deadlock. Alone, it fails alone.
        foreach (var pending in batch)
        {
            if (!pending.IsAnswered)
            {
                await SendAloneAsync(pending);
            }
        }
    }

    public ValueTask DisposeAsync() => DropConnectionAsync();

    /// <returns><see langword="false"/> when the server refused the statement as a whole and nothing of it is stored.</returns>
    private async Task<bool> TrySendTogetherAsync(List<PendingAppend> pending)
    {
        try
        {
            await SendUntilKnownAsync(pending);
            return true;
        }
        catch (PostgresException exception)
        {
            await DropSuspectAsync(exception);
            return false;
        }
    }

    private async Task SendAloneAsync(PendingAppend pending)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await SendUntilKnownAsync([pending]);
                return;
            }
            catch (PostgresException exception) when (PostgresErrors.IsOfRow(exception))
            {
                pending.TrySetException(new LedgerRowRefusedException("The database cannot hold this row.", exception));
                return;
            }
            catch (PostgresException exception) when (tries == TriesMax || pending.IsAnswered || !PostgresErrors.IsPassing(exception))
            {
                await DropSuspectAsync(exception);
                pending.AnswerUnavailable(exception);
                return;
            }
            catch (PostgresException exception)
            {
                await DropSuspectAsync(exception);
                await PauseAsync();
            }
        }
    }

    /// <summary>Sends the rows, again if need be, until each has its answer. Rows that were not stored are looked up.</summary>
    /// <exception cref="PostgresException">The server refused the statement; nothing of it is stored.</exception>
    private async Task SendUntilKnownAsync(List<PendingAppend> pending)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await SendOnceAsync(pending);
                if (pending.Count == 0)
                {
                    return;
                }

                // Neither stored nor in anybody's way: what was in the way is gone, or the node's clock is wrong. Send again.
                GiveUp(pending, tries, new InvalidOperationException("Rows were neither stored nor in the way of others, or were decided at another time than it is."));
            }
            catch (Exception exception) when (PostgresErrors.IsConnectionLost(exception) || exception is StorageUnavailableException)
            {
                // The rows may be stored. What was lost is the answer, and the journal has it.
                await DropConnectionAsync();
                pending.ForEach(static append => append.IsInDoubt |= append.WasSent);
                GiveUp(pending, tries, exception);
            }

            if (pending.Count == 0)
            {
                return;
            }

            await PauseAsync();
        }
    }

    private async Task SendOnceAsync(List<PendingAppend> pending)
    {
        if (_connection is { State: not ConnectionState.Open })
        {
            await DropConnectionAsync();
        }

        var connection = _connection ??= await database.OpenForAppendsAsync();
        if (pending.Exists(static append => append.IsInDoubt))
        {
            await PostgresRowFinder.AnswerAsync(connection, pending);
            if (pending.Count == 0)
            {
                return;
            }
        }

        var command = _command ??= new(connection);
        foreach (var append in pending)
        {
            append.WasSent = true;
        }

        var sentAt = time.GetUtcNow();
        var databaseTime = await command.ExecuteAsync(pending, _stored);
        clock.Observe(sentAt, databaseTime, time.GetUtcNow());

        for (var index = pending.Count - 1; index >= 0; index--)
        {
            if (_stored[index] is { } at)
            {
                pending[index].TrySetResult(new(AppendStatus.Stored, at, null));
                pending.RemoveAt(index);
            }
        }

        if (pending.Count > 0)
        {
            await PostgresRowFinder.AnswerAsync(connection, pending);
        }
    }

    /// <summary>Leaves the rows nobody waits for, and all of them after the last try.</summary>
    private static void GiveUp(List<PendingAppend> pending, int tries, Exception cause)
    {
        pending.RemoveAll(append =>
        {
            if (tries == TriesMax)
            {
                append.AnswerUnavailable(cause);
            }

            return append.IsAnswered;
        });
    }

    // Several nodes that lost the same server or the same race do not come back in step.
    private Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, PauseMillisecondsMax)), time);

    // An error that is not the row's may be the session's, such as a prepared statement that is no more.
    private ValueTask DropSuspectAsync(PostgresException exception) =>
        PostgresErrors.IsOfRow(exception) ? ValueTask.CompletedTask : DropConnectionAsync();

    private async ValueTask DropConnectionAsync()
    {
        if (_command is not null)
        {
            await _command.DisposeAsync();
            _command = null;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }
}
