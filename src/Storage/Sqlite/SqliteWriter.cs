using System.Collections.Concurrent;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>
/// The one thread that writes. Each piece of work is one transaction; its task completes after the commit, when the
/// change is on the disk.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int WorkQueuedMax = 4_096;

    private readonly BlockingCollection<Action<SqliteConnection>> _work = new(WorkQueuedMax);
    private SqliteConnection? _connection;
    private Thread? _thread;

    /// <summary>Begins to work on <paramref name="connection"/>, which is the writer's from here on.</summary>
    public void Open(SqliteConnection connection)
    {
        Invariant.Require(_thread is null, "The writer is opened once.");
        _connection = connection;
        _thread = new(() => Run(connection)) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="work"/> in a transaction of its own. It is never cancelled once taken in.</summary>
    /// <exception cref="StorageUnavailableException">Too much work waits, or the store is closing.</exception>
    /// <exception cref="SqliteException">The work or its commit failed; nothing of it is stored.</exception>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_thread is null || _work.IsAddingCompleted || !_work.TryAdd(connection => Execute(connection, work, done)))
        {
            throw new StorageUnavailableException("The store is not open, or too much waits to be written.");
        }

        return done.Task;
    }

    /// <summary>As <see cref="RunAsync"/>, for work of which nothing but the file or the disk can fail.</summary>
    /// <exception cref="StorageUnavailableException">The change was not stored.</exception>
    public async Task<T> ChangeAsync<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            return await RunAsync(work);
        }
        catch (SqliteException exception)
        {
            throw new StorageUnavailableException("The database file could not be written.", exception);
        }
    }

    /// <summary>Finishes what was taken in.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread?.Join();
        _work.Dispose();
        _connection?.Dispose();
    }

    private static void Execute<T>(SqliteConnection connection, Func<SqliteConnection, T> work, TaskCompletionSource<T> done)
    {
        T result;
        try
        {
            // Plain statements, since a transaction object would have to be set on every prepared command.
            SqliteStatement.Execute(connection, "begin immediate");
            result = work(connection);
            SqliteStatement.Execute(connection, "commit");
        }
#pragma warning disable CA1031 // Handed to whoever gave the work: this thread serves everybody and must not end with one of them.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            RollBack(connection);
            done.SetException(exception);
            return;
        }

        done.SetResult(result);
    }

    // After some errors, such as a full disk, SQLite has rolled back by itself.
    private static void RollBack(SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            SqliteStatement.Execute(connection, "rollback");
        }
    }

    private void Run(SqliteConnection connection)
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work(connection);
        }
    }
}
