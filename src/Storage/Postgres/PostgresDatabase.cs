using CmeOrleans.Grains.Ports;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>The connections to one database and the ways to use them: every call has a deadline and fails in one way.</summary>
internal sealed class PostgresDatabase(StorageOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(options.ConnectionsMax, options.ConnectionsMax);
    private readonly PostgresCircuit _circuit = new(time);
    private NpgsqlDataSource? _calls;
    private NpgsqlDataSource? _audits;
    private NpgsqlDataSource? _appends;

    public bool IsOpen => _calls is not null;

    /// <summary>Begins to serve. With <paramref name="role"/> every session works under that role.</summary>
    public void Open(string? role)
    {
        _appends = PostgresConnections.CreateForAppends(options, role);
        _audits = PostgresConnections.CreateForAudits(options, role);
        _calls = PostgresConnections.CreateForCalls(options, role);
    }

    /// <summary>Runs what only reads. A connection that had died in the pool is replaced and the read repeated once.</summary>
    /// <exception cref="StorageUnavailableException">The server did not answer within the deadline of a call.</exception>
    public Task<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        CallAsync(_calls, read, options.CallDeadline, isRepeatable: true, cancellationToken);

    /// <summary>Runs what writes, once.</summary>
    /// <exception cref="StorageUnavailableException">The server did not answer; whether the write took place is not known.</exception>
    public Task<T> WriteAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> write) =>
        CallAsync(_calls, write, options.CallDeadline, isRepeatable: false, CancellationToken.None);

    /// <summary>Runs what reads a great part of the database, with the deadline of an audit.</summary>
    /// <exception cref="StorageUnavailableException">The server did not answer within it.</exception>
    public Task<T> AuditAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        CallAsync(_audits, read, options.AuditDeadline, isRepeatable: true, cancellationToken);

    /// <summary>Writes what an audit found, which may be much, once.</summary>
    /// <exception cref="StorageUnavailableException">The server did not answer; whether the write took place is not known.</exception>
    public Task<T> AuditWriteAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> write) =>
        CallAsync(_audits, write, options.AuditDeadline, isRepeatable: false, CancellationToken.None);

    /// <summary>Opens a connection for append statements, which are not bound to the deadline of a call.</summary>
    /// <exception cref="StorageUnavailableException">The server does not answer.</exception>
    public async Task<NpgsqlConnection> OpenForAppendsAsync()
    {
        var appends = _appends ?? throw NotOpen();
        var visit = _circuit.Enter();
        using var deadline = new CancellationTokenSource(options.AppendDeadline, time);
        try
        {
            var connection = await appends.OpenConnectionAsync(deadline.Token);
            _circuit.ReportAnswer();
            return connection;
        }
        catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
        {
            _circuit.ReportSilence(visit);
            appends.Clear();
            throw Unavailable(exception);
        }
        finally
        {
            _circuit.Leave(visit);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connections in new[] { _calls, _audits, _appends })
        {
            if (connections is not null)
            {
                await connections.DisposeAsync();
            }
        }
    }

    private static StorageUnavailableException NotOpen() => new("PostgreSQL was not reached yet.");

    private static StorageUnavailableException Unavailable(Exception exception) => new("PostgreSQL did not answer, or not in time.", exception);

    private async Task<T> CallAsync<T>(
        NpgsqlDataSource? connections,
        Func<NpgsqlConnection, CancellationToken, Task<T>> work,
        TimeSpan deadline,
        bool isRepeatable,
        CancellationToken cancellationToken)
    {
        _ = connections ?? throw NotOpen();
        var visit = _circuit.Enter();
        using var timeout = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _free.WaitAsync(either.Token);
            return await RunHeldAsync(connections, work, isRepeatable, either.Token);
        }
        catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
        {
            // A caller who left says nothing about the server.
            cancellationToken.ThrowIfCancellationRequested();
            _circuit.ReportSilence(visit);
            throw Unavailable(exception);
        }
        finally
        {
            _circuit.Leave(visit);
        }
    }

    /// <summary>Waits for the work as long as the caller may. What nobody waits for any more is broken off, and keeps its place until it has ended.</summary>
    private async Task<T> RunHeldAsync<T>(
        NpgsqlDataSource connections, Func<NpgsqlConnection, CancellationToken, Task<T>> work, bool isRepeatable, CancellationToken cancellationToken)
    {
        var abandoning = new CancellationTokenSource();
        var running = RunAndReleaseAsync();
        try
        {
            return await running.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            // To cancel a command blocks until the server takes note of it, which a silent one does not: not on a thread of the pool.
            _ = Task.Factory.StartNew(abandoning.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            throw;
        }

        async Task<T> RunAndReleaseAsync()
        {
            try
            {
                return await RunAsync(connections, work, isRepeatable, abandoning.Token);
            }
            finally
            {
                _free.Release();
            }
        }
    }

    private async Task<T> RunAsync<T>(
        NpgsqlDataSource connections, Func<NpgsqlConnection, CancellationToken, Task<T>> work, bool isRepeatable, CancellationToken cancellationToken)
    {
        var triesLeft = isRepeatable ? 2 : 1;
        while (true)
        {
            triesLeft--;
            try
            {
                await using var connection = await connections.OpenConnectionAsync(cancellationToken);
                var result = await work(connection, cancellationToken);
                _circuit.ReportAnswer();
                return result;
            }
            catch (PostgresException exception) when (PostgresErrors.IsDefinite(exception))
            {
                _circuit.ReportAnswer();
                throw;
            }
            catch (Exception exception) when (triesLeft > 0 && !cancellationToken.IsCancellationRequested && PostgresErrors.IsConnectionLost(exception))
            {
                // Who was idle in the pool is as dead as this one.
                connections.Clear();
            }
        }
    }
}
