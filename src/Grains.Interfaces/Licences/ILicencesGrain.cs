namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>The licences of one learner, encrypted at rest under the learner's own key. The grain key is the learner id.</summary>
[Alias("cme.licences")]
public interface ILicencesGrain : IGrainWithStringKey
{
    /// <summary>Replaces the list, at most 20 licences, one per requirement. Durable when the task completes. May be repeated; NotFound while the learner has no profile.</summary>
    /// <param name="licences">The whole list.</param>
    /// <param name="ifMatch">When given, the ETag that the stored list must have, or a <see cref="StoredTag"/>.</param>
    [Alias("put")]
    Task<Answer<Versioned<LicenceList>>> PutAsync(LicenceList licences, string? ifMatch);

    /// <summary>The list, which is empty and has an empty ETag before the first write; none while the learner has no profile.</summary>
    [Alias("get")]
    Task<Versioned<LicenceList>?> GetAsync();
}
