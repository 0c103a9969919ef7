using System.Security.Cryptography;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Certificates;

/// <summary>Makes a paper once and keeps it: rendered and signed off the grain's turn, hashed, sealed, stored.</summary>
/// <remarks>The stored bytes are sealed under the learner's data key, since a certificate names its learner.</remarks>
public sealed class CertificatePress(IDocumentStore documents, IPersonalDataKeyring keyring, IPaperSigner signer, RenderingGate gate)
{
    public async Task<DocumentAnswer?> TryReadAsync(string documentId, string learnerId, ReadOnlyMemory<byte> wrappedKey) =>
        await documents.ReadAsync(documentId, CancellationToken.None) is { } stored ? Open(stored, learnerId, wrappedKey) : null;

    /// <summary>When the document was made; none if it is still to be.</summary>
    public Task<DateTimeOffset?> FindMadeAtAsync(string documentId) => documents.FindStoredAtAsync(documentId, CancellationToken.None);

    /// <summary>Renders, signs and stores the document. When another node was faster, the answer is what that node stored.</summary>
    public async Task<DocumentAnswer> PrintAsync(string documentId, string learnerId, ReadOnlyMemory<byte> wrappedKey, Func<byte[]> render)
    {
        var pdf = await gate.RunAsync(() => signer.Sign(render()));
        var sealedPdf = keyring.Seal(wrappedKey.Span, learnerId, pdf);
        var stored = await documents.PutIfAbsentAsync(new(documentId, SHA256.HashData(pdf), sealedPdf), CancellationToken.None);
        return Open(stored, learnerId, wrappedKey);
    }

    private DocumentAnswer Open(StoredDocument stored, string learnerId, ReadOnlyMemory<byte> wrappedKey)
    {
        var pdf = keyring.Open(wrappedKey.Span, learnerId, stored.Sealed.Span);
        if (!SHA256.HashData(pdf).AsSpan().SequenceEqual(stored.Sha256.Span))
        {
            throw new LedgerRowUnreadableException($"Document {stored.DocumentId} is not what was stored.");
        }

        return new() { Pdf = pdf, Sha256 = Convert.ToHexStringLower(stored.Sha256.Span) };
    }
}
