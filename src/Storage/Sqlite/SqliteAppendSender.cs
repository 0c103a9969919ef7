using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>Stores a batch in one transaction of the writer.</summary>
internal sealed class SqliteAppendSender(SqliteWriter writer, TimeProvider time) : IAppendSender
{
    private SqliteAppendStatements? _statements;

    public async Task SendAsync(IReadOnlyList<PendingAppend> batch)
    {
        if (batch.Count > 1 && await TrySendAllAsync(batch))
        {
            return;
        }

        // One row of the batch may be what no row can be. Alone, it fails alone.
        foreach (var pending in batch)
        {
            await SendAloneAsync(pending);
        }
    }

    public ValueTask DisposeAsync()
    {
        _statements?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> TrySendAllAsync(IReadOnlyList<PendingAppend> batch)
    {
        try
        {
            await StoreAsync(batch);
            return true;
        }
        catch (SqliteException exception) when (SqliteErrors.IsOfRow(exception))
        {
            return false;
        }
    }

    private async Task SendAloneAsync(PendingAppend pending)
    {
        try
        {
            await StoreAsync([pending]);
        }
        catch (SqliteException exception) when (SqliteErrors.IsOfRow(exception))
        {
            pending.TrySetException(new LedgerRowRefusedException("The database cannot hold this row.", exception));
        }
        catch (SqliteException exception)
        {
            pending.AnswerUnavailable(exception);
        }
    }

    private async Task StoreAsync(IReadOnlyList<PendingAppend> batch)
    {
        var outcomes = await writer.RunAsync(connection =>
        {
            var statements = _statements ??= new(connection, time);
            var stored = new AppendOutcome[batch.Count];
            for (var index = 0; index < stored.Length; index++)
            {
                stored[index] = statements.Store(batch[index]);
            }

            return stored;
        });

        for (var index = 0; index < outcomes.Length; index++)
        {
            batch[index].TrySetResult(outcomes[index]);
        }
    }
}
