namespace CmeOrleans.Grains.Ports;

/// <summary>A request for support as it is stored: what it says and who asks is sealed.</summary>
/// <param name="RequestKey">Scope and key of the client: one request for each.</param>
/// <param name="WrappedKey">The wrapped data key of this one request.</param>
/// <param name="Sealed">The request, sealed under that key.</param>
public sealed record StoredSupportRequest(string RequestKey, ReadOnlyMemory<byte> WrappedKey, ReadOnlyMemory<byte> Sealed);
