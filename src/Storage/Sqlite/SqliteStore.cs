using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Entities;
using CmeOrleans.Storage.Journal;
using CmeOrleans.Storage.Migrations;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>The ledgers in one file that this process owns.</summary>
internal sealed class SqliteStore : IStore
{
    // One transaction may hold more rows than a statement over a network: nothing else waits for its locks.
    private const int RowsPerTransactionMax = 512;
    private const int ReadersMax = 8;

    private readonly StorageOptions _options;
    private readonly TimeProvider _time;
    private readonly MigrationSet _migrations;
    private readonly SqliteWriter _writer = new();
    private readonly SqliteReaders _readers;
    private readonly GroupCommit _groupCommit;
    private SqliteFile? _file;
    private bool _isDisposed;

    public SqliteStore(StorageOptions options, TimeProvider time, ILogger<SqliteStore> logger)
        : this(options, time, logger, MigrationSet.ReadEmbedded("Sqlite"))
    {
    }

    internal SqliteStore(StorageOptions options, TimeProvider time, ILogger<SqliteStore> logger, MigrationSet migrations)
    {
        _options = options;
        _time = time;
        _migrations = migrations;
        _readers = new(Math.Min(options.ConnectionsMax, ReadersMax), options.CallDeadline);
        _groupCommit = new([new SqliteAppendSender(_writer, time)], RowsPerTransactionMax, options, time, logger);
        Journal = new SqliteJournal(_groupCommit, _readers);
        EntityChanges = new(time, isShared: false);
        Entities = new SqliteEntityTable(_writer, _readers, time);
        Reminders = new SqliteReminderTable(_writer, _readers);
        Snapshots = new SqliteSnapshotStore(_writer);
        Documents = new SqliteDocumentStore(_writer, _readers, time);
        CourseEntries = new SqliteCourseEntryReader(_writer, _readers);
        ReportLines = new SqliteReportLineReader(_readers);
        TrialBalance = new SqliteTrialBalanceReader(_readers, time);
        Checkpoints = new SqliteCheckpointStore(_writer, _readers);
        Mails = new SqliteMailStore(_writer, _readers, time);
        SupportRequests = new SqliteSupportStore(_writer, _readers, time);
        AuditEntries = new SqliteAuditStore(_writer, _readers, time);
        Evaluations = new SqliteEvaluationStore(_writer, _readers);
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

    public TimeSpan ClockSkew => TimeSpan.Zero;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Invariant.Require(_file is null, "The store is started once.");
        _file = SqliteFile.Lock(_options.ConnectionString);
        var connection = _file.OpenWriter();
        SqliteMigrator.Migrate(connection, _migrations, _time);
        _writer.Open(connection);
        _readers.Open(_file);
        return Task.CompletedTask;
    }

    public Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        using var file = SqliteFile.Lock(_options.ConnectionString);
        using var connection = file.OpenWriter();
        return Task.FromResult(SqliteMigrator.Migrate(connection, _migrations, _time));
    }

    public async Task<StorageHealth> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _readers.RunAsync(static connection => SqliteStatement.Execute(connection, "select 1 from schema_migration"), cancellationToken);
            return new(IsReachable: true, IsMigrated: true, TimeSpan.Zero, _groupCommit.Backlog);
        }
        catch (StorageUnavailableException)
        {
            return new(IsReachable: false, IsMigrated: false, TimeSpan.Zero, _groupCommit.Backlog);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The container disposes of the store once for each port it is registered as.
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _groupCommit.DisposeAsync();
        _readers.Dispose();
        _writer.Dispose();
        _file?.Dispose();
    }
}
