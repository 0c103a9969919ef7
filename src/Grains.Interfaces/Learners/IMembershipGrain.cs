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

    /// <summary>The last day of the membership if it is active today, else none; read from the store. Whoever asks often remembers the answer.</summary>
    [Alias("find-active-through")]
    Task<DateOnly?> FindActiveThroughAsync();

    /// <summary>
    /// Grants a further year for a payment: from the day after the last one, or from today (UTC) where that has passed. Durable
    /// when the task completes.
    /// </summary>
    /// <returns><see langword="false"/> when this payment, or this event, has granted its year before.</returns>
    [Alias("extend-by-year")]
    Task<bool> ExtendByYearAsync(MembershipPayment payment);

    /// <summary>Whether this payment has granted its year, read from the store.</summary>
    [Alias("has-payment")]
    Task<bool> HasPaymentAsync(string paymentId);
}
