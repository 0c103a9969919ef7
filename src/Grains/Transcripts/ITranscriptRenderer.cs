using CmeOrleans.Domain.Transcripts;

namespace CmeOrleans.Grains.Transcripts;

/// <summary>Sets transcripts in type.</summary>
/// <remarks>
/// Pure computation, as with certificates: the same content gives the same bytes on every node. Calls belong off a
/// grain's turn and are bounded per node by the caller.
/// </remarks>
public interface ITranscriptRenderer
{
    /// <summary>Renders a transcript as a PDF file of one or more pages.</summary>
    /// <exception cref="Domain.InvariantViolationException">The content contradicts itself.</exception>
    byte[] Render(TranscriptContent content);
}
