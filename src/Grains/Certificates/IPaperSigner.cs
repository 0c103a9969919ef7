namespace CmeOrleans.Grains.Certificates;

/// <summary>Signs papers before they are stored or given away, where this installation signs.</summary>
/// <remarks>Safe to call from any number of threads at once.</remarks>
public interface IPaperSigner
{
    /// <summary>
    /// The paper with a signature in it (PAdES). As it is where papers are not signed, and while the certificate that signs is not
    /// valid: a paper without a signature can be verified by its code, one whose signature is not valid looks forged.
    /// </summary>
    /// <param name="paper">A PDF file that <see cref="ICertificateRenderer"/> made and nobody signed yet.</param>
    /// <exception cref="InvalidDataException">It is another file.</exception>
    byte[] Sign(byte[] paper);
}
