using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Entities;
using CmeOrleans.Storage.Journal;
using CmeOrleans.Storage.Migrations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>The ledgers in PostgreSQL, shared with other nodes.</summary>
internal sealed partial class PostgresStore : IStore
{
    private const int RowsPerStatementMax = 200;

    private static readonly TimeSpan HealthDeadline = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromMilliseconds(500);

    private readonly StorageOptions _options;
    private readonly TimeProvider _time;
    private readonly MigrationSet _migrations;
    private readonly IHostApplicationLifetime? _lifetime;
    private readonly ILogger<PostgresStore> _logger;
    private readonly PostgresDatabase _database;
    private readonly PostgresClock _clock = new();
    private readonly PostgresEntityWatch _watch;
    private readonly GroupCommit _groupCommit;
    private readonly CancellationTokenSource _stopping = new();
    private Task _opening = Task.CompletedTask;
    private Task _watching = Task.CompletedTask;
    private bool _isDisposed;

    public PostgresStore(
        StorageOptions options, TimeProvider time, IHostApplicationLifetime? lifetime, ILogger<PostgresStore> logger, MigrationSet? migrations = null)
    {
        _options = options;
        _time = time;
        _migrations = migrations ?? MigrationSet.ReadEmbedded("Postgres");
        _lifetime = lifetime;
        _logger = logger;
        _database = new(options, time);
        var senders = new IAppendSender[options.StatementsInFlightMax];
        for (var index = 0; index < senders.Length; index++)
        {
            senders[index] = new PostgresAppendSender(_database, _clock, time);
        }

        _groupCommit = new(senders, RowsPerStatementMax, options, time, logger);
        Journal = new PostgresJournal(_groupCommit, _database, new(_database, options.AppendsQueuedMax));
        Entities = new PostgresEntityTable(_database);
        EntityChanges = new(time, isShared: true);
        _watch = new(_database, EntityChanges, time, logger);
        Reminders = new PostgresReminderTable(_database);
        Snapshots = new PostgresSnapshotStore(_database);
        Documents = new PostgresDocumentStore(_database);
        CourseEntries = new PostgresCourseEntryReader(_database);
        ReportLines = new PostgresReportLineReader(_database);
        TrialBalance = new PostgresTrialBalanceReader(_database);
        Checkpoints = new PostgresCheckpointStore(_database);
        Mails = new PostgresMailStore(_database);
        SupportRequests = new PostgresSupportStore(_database);
        AuditEntries = new PostgresAuditStore(_database);
        Evaluations = new PostgresEvaluationStore(_database);
    }

    public ILedgerJournal Journal { get; }

    public IEntityTable Entities { get; }

    public EntityChanges EntityChanges { get; }

    public IReminderTable Reminders { get; }

    public ISnapshotStore Snapshots { get; }

    public IDocumentStore Documents { get; }

    public ICourseEntryReader CourseEntries { get; }

    public IReportLineReader ReportLines { get; }

    public ITrialBalanceReader TrialBalance { get; }

    public ICheckpointStore Checkpoints { get; }

    public IMailStore Mails { get; }

    public ISupportStore SupportRequests { get; }

    public IAuditStore AuditEntries { get; }

    public IEvaluationStore Evaluations { get; }

    public TimeSpan ClockSkew => _clock.Skew;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await TryOpenAsync(cancellationToken))
        {
            _opening = OpenLaterAsync();
        }
    }

    public async Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (applied, _) = await PrepareDatabaseAsync(cancellationToken);
            return applied;
        }
        catch (NpgsqlException exception)
        {
            throw new StorageStartException("The database of ConnectionStrings:Ledger could not be migrated: " + exception.Message, exception);
        }
    }

    public async Task<StorageHealth> CheckAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(HealthDeadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var sentAt = _time.GetUtcNow();
            var databaseTime = await _database.ReadAsync(
                static (connection, cancellation) => PostgresStatement.ReadAsync(
                    PostgresStatement.Create(connection, "select clock_timestamp()"), static reader => PostgresStatement.GetInstant(reader, 0), cancellation),
                either.Token);
            _clock.Observe(sentAt, databaseTime[0], _time.GetUtcNow());
            return new(IsReachable: true, IsMigrated: true, _clock.Skew, _groupCommit.Backlog);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new(IsReachable: false, _database.IsOpen, _clock.Skew, _groupCommit.Backlog);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The container disposes of the store once for each port it is registered as.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _stopping.CancelAsync();
        await _opening;
        await _watching;
        await _groupCommit.DisposeAsync();
        await _database.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task<(int Applied, string? Role)> PrepareDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = PostgresConnections.CreateForMigrations(_options);
        await connection.OpenAsync(cancellationToken);
        await PostgresServerRequirements.RequireAsync(connection, cancellationToken);
        await PostgresMigrator.LockAsync(connection, cancellationToken);
        var applied = await PostgresMigrator.MigrateAsync(connection, _migrations, cancellationToken);
        await PostgresTransactionIds.AlignAsync(connection, cancellationToken);
        return (applied, await PostgresRights.ApplyAsync(connection, _options.DatabaseRole, cancellationToken));
    }

    /// <summary>Migrates, checks and opens the database.</summary>
    /// <returns><see langword="false"/> when it cannot be reached now.</returns>
    private async Task<bool> TryOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (applied, role) = await PrepareDatabaseAsync(cancellationToken);

            // Checked on a session as calls use it: settings may differ by login, by database and by connection string.
            await using var calls = PostgresConnections.CreateForCalls(_options, role);
            await using var session = await calls.OpenConnectionAsync(cancellationToken);
            await PostgresServerRequirements.RequireAsync(session, cancellationToken);
            await PostgresRights.RequireAppendOnlyAsync(session, cancellationToken);

            _database.Open(role);
            _watching = Task.Run(() => _watch.RunAsync(_stopping.Token), CancellationToken.None);
            LogOpened(applied, role);
            return true;
        }
        catch (PostgresException exception) when (!PostgresErrors.IsPassing(exception))
        {
            throw new StorageStartException(
                $"The database of ConnectionStrings:Ledger refused the start: {exception.MessageText} ({exception.SqlState}).", exception);
        }
        catch (Exception exception) when (PostgresErrors.IsUnavailable(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogUnreachable(exception.GetType().Name);
            return false;
        }
    }

    private async Task OpenLaterAsync()
    {
        try
        {
            // Bounded by the life of the process: until then the node reports that it is not ready.
            do
            {
                await Task.Delay(PauseBetweenTries, _time, _stopping.Token);
            }
            while (!await TryOpenAsync(_stopping.Token));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The process ends before the database came.
        }
#pragma warning disable CA1031 // Whatever it is, the process stops: nobody else would ever see it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnusable(exception);
            _lifetime?.StopApplication();
        }
    }

    [LoggerMessage(LogLevel.Information, "PostgreSQL is open: {MigrationsCount} migrations applied, sessions work under role {Role}.")]
    private partial void LogOpened(int migrationsCount, string? role);

    [LoggerMessage(LogLevel.Warning, "PostgreSQL is not reachable ({ErrorName}); the node is not ready until it is.")]
    private partial void LogUnreachable(string errorName);

    [LoggerMessage(LogLevel.Critical, "PostgreSQL became reachable and cannot be used; the process stops.")]
    private partial void LogUnusable(Exception exception);
}
