namespace CmeOrleans.Storage;

/// <summary>Which database holds the ledgers.</summary>
public enum StorageProvider
{
    /// <summary>One file that one process owns.</summary>
    Sqlite = 0,

    /// <summary>PostgreSQL 15 or later, shared by any number of nodes.</summary>
    Postgres = 1,
}
