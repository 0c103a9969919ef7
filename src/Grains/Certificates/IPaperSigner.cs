namespace CmeOrleans.Grains.Certificates;

/// <summary>Signs papers before they are stored, where this installation signs at all.</summary>
/// <remarks>Safe to call from any number of threads at once.</remarks>
public interface IPaperSigner
{
    /// <summary>The paper with a signature in it (PAdES), or as it is.</summary>
    /// <param name="paper">A PDF file that <see cref="ICertificateRenderer"/> made.</param>
    byte[] Sign(byte[] paper);
}
