namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>How far a learner is with what licences ask for. Stateless; the grain key is the learner id.</summary>
[Alias("cme.progress")]
public interface IProgressGrain : IGrainWithStringKey
{
    /// <summary>
    /// Counts, as of one version of the ledger and today (UTC). NotFound without such a learner or licence; refused with
    /// <c>too-much-to-count</c> beyond 10,000 topics.
    /// </summary>
    [Alias("read")]
    Task<Answer<LearnerProgress>> ReadAsync(ProgressQuery query);
}
