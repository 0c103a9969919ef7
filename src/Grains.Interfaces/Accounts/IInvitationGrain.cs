namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>One invitation to a learner's record. The grain key is the invitation id, <c>inv_…</c>.</summary>
[Alias("cme.invitation")]
public interface IInvitationGrain : IGrainWithStringKey
{
    /// <summary>Stores the invitation; only the hash of its secret ever reaches a grain. Durable when the task completes.</summary>
    [Alias("create")]
    Task CreateAsync(InvitationGrant grant, ReadOnlyMemory<byte> secretHash);

    /// <summary>Whether the invitation could be accepted now by an account.</summary>
    [Alias("is-open")]
    Task<bool> IsOpenAsync(string accountId, ReadOnlyMemory<byte> secretHash);

    /// <summary>
    /// Accepts the invitation for an account: answers the learner to bind it to, or none if it is unknown, has expired, the
    /// secret is another, or another account has accepted it. Durable when the task completes; may be repeated.
    /// </summary>
    [Alias("accept")]
    Task<string?> AcceptAsync(string accountId, ReadOnlyMemory<byte> secretHash);
}
