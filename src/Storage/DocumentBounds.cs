using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage;

/// <summary>What every store requires of a document.</summary>
internal static class DocumentBounds
{
    /// <summary>The papers of the largest claim, some two thousand certificates of 40 KB, fit well.</summary>
    public const int BytesMax = 128 << 20;

    private const int Sha256Bytes = 32;

    public static void Require(StoredDocument document)
    {
        Invariant.Require(document.Sha256.Length == Sha256Bytes, "A document comes with its SHA-256.");
        Invariant.Require(document.Sealed.Length <= BytesMax, "A document has at most 128 MB.");
    }
}
