namespace CmeOrleans.Grains.Interfaces.Support;

/// <summary>Takes in requests for support. Stateless; the grain key is <see cref="Key"/>.</summary>
[Alias("cme.support-desk")]
public interface ISupportDeskGrain : IGrainWithStringKey
{
    const string Key = "desk";

    /// <summary>
    /// Takes a request in. When the task completes, it is stored under a number of its own, and the mail to the office is in the
    /// outbox, if an office is configured.
    /// </summary>
    /// <remarks>Safe to repeat: the same key with the same content gives the first number.</remarks>
    [Alias("submit")]
    Task<Answer<SupportReceipt>> SubmitAsync(SupportRequest request);

    /// <summary>The receipt of the request with this scope and key, or none.</summary>
    [Alias("find")]
    Task<SupportReceipt?> FindAsync(string scope, string key);

    /// <summary>Requests in order of their numbers, after <paramref name="afterNumber"/>.</summary>
    [Alias("list")]
    Task<SupportRequestPage> ListAsync(long afterNumber, int limit);

    /// <summary>One request by its number, such as <c>S-1042</c>; none if there is no such number.</summary>
    [Alias("get")]
    Task<SupportRequestView?> GetAsync(string number);
}
