namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>The membership of one learner. The grain key is the learner id.</summary>
[Alias("cme.membership-grain")]
public interface IMembershipGrain : IGrainWithStringKey
{
    /// <summary>Creates or replaces the membership. Durable when the task completes.</summary>
    [Alias("put")]
    Task<Answer<Versioned<MembershipView>>> PutAsync(Membership membership, string? ifMatch);

    /// <summary>The membership as stored, read from the store.</summary>
    [Alias("get")]
    Task<Versioned<MembershipView>?> GetAsync();

    /// <summary>Whether the membership is active. A yes may be some seconds old; a no has been read from the store.</summary>
    [Alias("is-active")]
    Task<bool> IsActiveAsync();
}
