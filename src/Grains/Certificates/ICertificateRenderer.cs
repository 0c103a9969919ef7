using CmeOrleans.Domain.Certificates;

namespace CmeOrleans.Grains.Certificates;

/// <summary>Sets certificates in type.</summary>
/// <remarks>
/// Pure computation: no I/O, no clock, no randomness, so the same input gives the same bytes on every node, in every
/// culture and time zone. Safe to call from any number of threads at once. One certificate costs a few milliseconds of
/// processor time, so calls belong off a ledger's turn and are bounded per node by the caller.
/// </remarks>
public interface ICertificateRenderer
{
    /// <summary>Renders one certificate as a PDF file of one or more pages.</summary>
    /// <exception cref="Domain.InvariantViolationException">The content contradicts itself.</exception>
    /// <exception cref="KeyNotFoundException">The credit type is not in the pack.</exception>
    /// <exception cref="NotSupportedException">The template version is not one that this renderer knows.</exception>
    byte[] Render(CertificateContent content);

    /// <summary>
    /// Renders the copy of a certificate that its learner gives to a board: the same, and the diplomate id under the name. It says
    /// on every page and in its title whom it is for.
    /// </summary>
    /// <exception cref="Domain.InvariantViolationException">The content contradicts itself, or the evidence is none.</exception>
    /// <exception cref="KeyNotFoundException">The credit type is not in the pack.</exception>
    /// <exception cref="NotSupportedException">The template version is not one that this renderer knows.</exception>
    byte[] RenderForBoard(CertificateContent content, BoardEvidence evidence);

    /// <summary>
    /// Puts rendered certificates one after another into one PDF file, unchanged and in the order given. Signatures stay behind:
    /// each covers its own file.
    /// </summary>
    /// <param name="certificates">Files that <see cref="Render"/> made, at least one, signed or not.</param>
    /// <param name="info">What the file says about itself.</param>
    /// <exception cref="ArgumentException">There is no certificate.</exception>
    /// <exception cref="InvalidDataException">A file is not one that <see cref="Render"/> made, or was cut short.</exception>
    byte[] Merge(IReadOnlyList<ReadOnlyMemory<byte>> certificates, ClaimDocumentInfo info);
}
