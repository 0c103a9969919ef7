using CmeOrleans.Certificates.Pdf;

namespace CmeOrleans.Certificates;

/// <summary>A signature for a paper, and what the paper says about it.</summary>
public sealed class PaperSignature
{
    /// <summary>Who signs, as viewers show it.</summary>
    public required string SignerName { get; init; }

    /// <summary>When, as viewers show it. Not proved by a third party.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The most bytes a signature can have. So much room is left for it.</summary>
    public required int BytesMax { get; init; }

    /// <summary>Makes the signature of the bytes it is given: detached CMS in DER, as ETSI EN 319 142-1 wants it (PAdES).</summary>
    public required Func<byte[], byte[]> Sign { get; init; }

    /// <summary>
    /// Puts the signature behind the bytes of the paper, which stay as they are. It covers the whole new file but itself, allows
    /// no change after it, and is not visible on the page.
    /// </summary>
    /// <param name="paper">A file that this product made and nobody signed yet.</param>
    /// <exception cref="InvalidDataException">The file is not of our making, or is signed.</exception>
    /// <exception cref="Domain.InvariantViolationException">The file is of our making, and broken.</exception>
    /// <exception cref="InvalidOperationException">The signature is larger than the room that was left for it.</exception>
    public byte[] AddTo(ReadOnlyMemory<byte> paper)
    {
        var original = new PdfFileReader(paper);
        return original.IsUpdated ? throw new InvalidDataException("The paper is signed.") : PdfSignature.Add(original, this);
    }
}
