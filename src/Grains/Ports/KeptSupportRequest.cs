namespace CmeOrleans.Grains.Ports;

/// <summary>A request for support with what the store gave it.</summary>
/// <param name="Number">Unique, and higher than those of earlier requests; some numbers are never used.</param>
/// <param name="ReceivedAt">When it was stored, by the store's clock.</param>
/// <param name="Request">The request.</param>
public sealed record KeptSupportRequest(long Number, DateTimeOffset ReceivedAt, StoredSupportRequest Request);
