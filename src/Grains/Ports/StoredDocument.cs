namespace CmeOrleans.Grains.Ports;

/// <summary>A document as it is stored.</summary>
/// <param name="DocumentId">For example <c>crt_…</c> or <c>clm_…</c>.</param>
/// <param name="Sha256">SHA-256 of the clear document, 32 bytes.</param>
/// <param name="Sealed">The stored bytes, at most 128 MB.</param>
public sealed record StoredDocument(string DocumentId, ReadOnlyMemory<byte> Sha256, ReadOnlyMemory<byte> Sealed);
