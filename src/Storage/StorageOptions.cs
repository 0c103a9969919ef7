using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Storage;

/// <summary>Settings of the store, read from the section <see cref="SectionName"/>; the connection string is <c>ConnectionStrings:Ledger</c>.</summary>
public sealed class StorageOptions
{
    public const string SectionName = "Storage";

    /// <summary>The name of the connection string.</summary>
    public const string ConnectionStringName = "Ledger";

    /// <summary>Where the ledgers are when nothing is configured.</summary>
    public const string ConnectionStringDefault = "Data Source=data/cme.db";

    /// <summary>Which database it is. The default is <see cref="StorageProvider.Sqlite"/>.</summary>
    [EnumDataType(typeof(StorageProvider))]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// How long a caller waits for an append, from 100 to 60,000 ms; then it learns that the outcome is not known. The
    /// default is 1,800 ms, so that a client has its answer within two seconds.
    /// </summary>
    [Range(100, 60_000)]
    public int AppendDeadlineMilliseconds { get; set; } = 1_800;

    /// <summary>How long a caller waits for any other call, from 100 to 60,000 ms. The default is 1,800 ms.</summary>
    [Range(100, 60_000)]
    public int CallDeadlineMilliseconds { get; set; } = 1_800;

    /// <summary>How long what reads the whole journal may take (trial balance, checkpoints), from 1 to 3,600 s. The default is 120 s.</summary>
    [Range(1, 3_600)]
    public int AuditDeadlineSeconds { get; set; } = 120;

    /// <summary>The most appends that wait in this process, from 100 to 1,000,000; one more is refused at once. The default is 10,000.</summary>
    [Range(100, 1_000_000)]
    public int AppendsQueuedMax { get; set; } = 10_000;

    /// <summary>The most append statements under way at once on PostgreSQL, from 2 to 4. The default is 2.</summary>
    [Range(2, 4)]
    public int StatementsInFlightMax { get; set; } = 2;

    /// <summary>
    /// How long the server may work at one append statement, from 1 to 60 s; longer than a caller waits, since what
    /// became of the statement must be known before the next row of the same ledger. The default is 10 s.
    /// </summary>
    [Range(1, 60)]
    public int StatementTimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// The most connections of this process to PostgreSQL beside those that append and two for audits, from 1 to 500; as many
    /// readers of the SQLite file, at most 8. The default is 20.
    /// </summary>
    [Range(1, 500)]
    public int ConnectionsMax { get; set; } = 20;

    /// <summary>
    /// The database role the node works under on PostgreSQL: it may add to the journal and read it, nothing else. It is
    /// created where the login may create roles. The default is <c>cme_app</c>.
    /// </summary>
    [Required]
    [RegularExpression("^[a-z_][a-z0-9_]{0,62}$")]
    public string DatabaseRole { get; set; } = "cme_app";

    /// <summary>The connection string. A secret: never logged, never shown.</summary>
    internal string ConnectionString { get; set; } = ConnectionStringDefault;

    internal TimeSpan AppendDeadline => TimeSpan.FromMilliseconds(AppendDeadlineMilliseconds);

    internal TimeSpan CallDeadline => TimeSpan.FromMilliseconds(CallDeadlineMilliseconds);

    internal TimeSpan AuditDeadline => TimeSpan.FromSeconds(AuditDeadlineSeconds);
}

[OptionsValidator]
internal sealed partial class StorageOptionsRanges : IValidateOptions<StorageOptions>;
