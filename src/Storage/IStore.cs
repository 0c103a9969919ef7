using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Entities;

namespace CmeOrleans.Storage;

/// <summary>One database and every port it serves.</summary>
internal interface IStore : IMigrator, IStorageHealth, IAsyncDisposable
{
    ILedgerJournal Journal { get; }

    IEntityTable Entities { get; }

    EntityChanges EntityChanges { get; }

    IReminderTable Reminders { get; }

    ISnapshotStore Snapshots { get; }

    IDocumentStore Documents { get; }

    ICourseEntryReader CourseEntries { get; }

    IReportLineReader ReportLines { get; }

    ITrialBalanceReader TrialBalance { get; }

    ICheckpointStore Checkpoints { get; }

    IMailStore Mails { get; }

    ISupportStore SupportRequests { get; }

    IAuditStore AuditEntries { get; }

    IEvaluationStore Evaluations { get; }

    /// <summary>Opens and migrates the database. A database that cannot be reached is no failure: the store opens when it comes.</summary>
    /// <exception cref="StorageStartException">The database can be reached, but not used as it is configured.</exception>
    Task StartAsync(CancellationToken cancellationToken);
}
