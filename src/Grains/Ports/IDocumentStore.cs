namespace CmeOrleans.Grains.Ports;

/// <summary>Documents, stored once under an id and never changed. The bytes are opaque here (sealed by the caller where they name a person).</summary>
public interface IDocumentStore
{
    /// <summary>
    /// Stores the document unless the id is taken, and answers what is stored under the id when the task completes:
    /// the caller's bytes, or those of whoever was first.
    /// </summary>
    Task<StoredDocument> PutIfAbsentAsync(StoredDocument document, CancellationToken cancellationToken);

    Task<StoredDocument?> ReadAsync(string documentId, CancellationToken cancellationToken);

    /// <summary>When the document was stored; none if there is none. Does not read it.</summary>
    Task<DateTimeOffset?> FindStoredAtAsync(string documentId, CancellationToken cancellationToken);
}
