using System.Collections.Immutable;

namespace CmeOrleans.Grains.Ports;

/// <summary>The audit trail. Nothing here is ever changed or removed.</summary>
public interface IAuditStore
{
    /// <summary>Adds an entry under the next number. Durable when the task completes.</summary>
    /// <exception cref="StorageUnavailableException">Whether the entry is stored is not known.</exception>
    Task AppendAsync(AuditEntry entry);

    /// <summary>At most <paramref name="countMax"/> entries, newest first.</summary>
    /// <param name="act">Only entries of this act; of all if none is given.</param>
    /// <param name="beforeNumber">Only entries before this number.</param>
    /// <param name="countMax">How many at most.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    Task<ImmutableArray<KeptAuditEntry>> ListAsync(string? act, long beforeNumber, int countMax, CancellationToken cancellationToken);
}
