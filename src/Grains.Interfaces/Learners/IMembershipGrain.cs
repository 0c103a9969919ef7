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

    /// <summary>The last day of the membership if it is active today, else none. A yes may be a second old; a no has been read from the store.</summary>
    [Alias("find-active-through")]
    Task<DateOnly?> FindActiveThroughAsync();
}
