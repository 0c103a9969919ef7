using CmeOrleans.Grains.Interfaces.Certificates;

namespace CmeOrleans.Grains.Interfaces.Transcripts;

/// <summary>What a learner has claimed and still holds, topic by topic. Stateless; the grain key is the learner id.</summary>
[Alias("cme.transcript-grain")]
public interface ITranscriptGrain : IGrainWithStringKey
{
    /// <summary>Reads the transcript. NotFound without a profile; refused with <c>transcript-too-long</c> beyond 10,000 topics. All lines are of one version of the ledger.</summary>
    [Alias("read")]
    Task<Answer<Transcript>> ReadAsync(TranscriptQuery query);

    /// <summary>Sets the transcript as a PDF; refused as <see cref="ReadAsync"/>. Nothing is stored: the same ledger gives the same bytes on the same day.</summary>
    /// <exception cref="LimitExceededException">The node has as many transcripts to make as it may, or the learner has.</exception>
    [Alias("print")]
    Task<Answer<DocumentAnswer>> PrintAsync(TranscriptQuery query);
}
