using System.Collections.Immutable;

namespace CmeOrleans.Grains.Ports;

/// <summary>The requests for support.</summary>
public interface ISupportStore
{
    /// <summary>Stores a request under the next number, together with the mail that tells of it: both or neither.</summary>
    /// <param name="request">The request.</param>
    /// <param name="mailOf">Makes the mail out of the request as it is stored; none if nobody is to be told.</param>
    /// <returns>The request with its number; none when there is one with this key already.</returns>
    /// <exception cref="StorageUnavailableException">Whether the request is stored is not known; a repeat is safe.</exception>
    Task<KeptSupportRequest?> AddAsync(StoredSupportRequest request, Func<KeptSupportRequest, StoredMail>? mailOf);

    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    Task<KeptSupportRequest?> FindAsync(string requestKey, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="countMax"/> requests in order of their numbers, beginning after <paramref name="afterNumber"/>.</summary>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    Task<ImmutableArray<KeptSupportRequest>> ListAsync(long afterNumber, int countMax, CancellationToken cancellationToken);
}
