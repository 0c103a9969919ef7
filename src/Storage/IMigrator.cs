namespace CmeOrleans.Storage;

/// <summary>Brings the database to the form this version of the product needs.</summary>
public interface IMigrator
{
    /// <summary>
    /// Applies the migrations that are missing, one after another, under a lock that other processes wait for. May be
    /// repeated; when nothing is missing nothing is changed.
    /// </summary>
    /// <returns>How many were applied.</returns>
    /// <exception cref="StorageStartException">An applied migration is not the one this version has, or the database is newer than this version.</exception>
    Task<int> MigrateAsync(CancellationToken cancellationToken);
}
