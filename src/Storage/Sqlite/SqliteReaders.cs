using System.Collections.Concurrent;
using CmeOrleans.Grains.Ports;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>A few connections that read beside the writer. SQLite reads on the caller's thread, so that is never a turn of a grain.</summary>
internal sealed class SqliteReaders(int readersMax, TimeSpan deadline) : IDisposable
{
    private readonly SemaphoreSlim _free = new(readersMax, readersMax);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private SqliteFile? _file;

    /// <summary>Begins to read <paramref name="file"/>.</summary>
    public void Open(SqliteFile file) => _file = file;

    /// <summary>Runs <paramref name="read"/> on one committed state of the database.</summary>
    /// <exception cref="StorageUnavailableException">No reader became free in time, or the file cannot be read.</exception>
    public async Task<T> RunAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        if (_file is not { } file)
        {
            throw new StorageUnavailableException("The store is not open.");
        }

        if (!await _free.WaitAsync(deadline, cancellationToken))
        {
            throw new StorageUnavailableException("All readers of the database file are busy.");
        }

        try
        {
            return await Task.Run(() => Read(file, read), cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new StorageUnavailableException("The database file could not be read.", exception);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        foreach (var connection in _idle)
        {
            connection.Dispose();
        }

        _free.Dispose();
    }

    private T Read<T>(SqliteFile file, Func<SqliteConnection, T> read)
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = file.OpenReader();
        }

        using var transaction = connection.BeginTransaction(deferred: true);
        var result = read(connection);
        transaction.Commit();
        _idle.Add(connection);
        return result;
    }
}
