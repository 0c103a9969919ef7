using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Certificates;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>One learner: the profile and the credit ledger. The grain key is the learner id.</summary>
/// <remarks>
/// Commands take no cancellation token, since half a command is not on offer. They are safe to repeat after a timeout
/// or a fault with the same key and content: the answer is then the first one, marked <see cref="Outcome.Repeated"/>.
/// All of them answer <see cref="Outcome.NotFound"/> while the learner has no profile.
/// </remarks>
[Alias("cme.learner")]
public interface ILearnerGrain : IGrainWithStringKey
{
    /// <summary>Creates or replaces the profile. Durable when the task completes.</summary>
    /// <param name="profile">The whole profile.</param>
    /// <param name="ifMatch">When given, the ETag that the stored profile must have.</param>
    [Alias("put-profile")]
    Task<Answer<Versioned<LearnerProfile>>> PutProfileAsync(LearnerProfile profile, string? ifMatch);

    [Alias("get-profile")]
    Task<Versioned<LearnerProfile>?> GetProfileAsync();

    /// <summary>The wrapped data key under which everything personal of this learner is sealed, safe to store and to send; none without a profile.</summary>
    [Alias("find-data-key")]
    Task<ReadOnlyMemory<byte>?> FindDataKeyAsync();

    /// <summary>Records a completed topic. When the task completes with Done, the credits are in the journal.</summary>
    [Alias("earn")]
    Task<Answer<EarnReceipt>> EarnAsync(EarnCommand command);

    /// <summary>Claims credits. When the task completes with Done, the claim is in the journal, all of its lines.</summary>
    [Alias("claim")]
    Task<Answer<ClaimView>> ClaimAsync(ClaimCommand command);

    /// <summary>Says what a claim would be; writes nothing.</summary>
    [Alias("preview-claim")]
    Task<Answer<ClaimView>> PreviewClaimAsync(ClaimCommand command);

    [Alias("reverse-earning")]
    Task<Answer<ReversalReceipt>> ReverseEarningAsync(ReverseEarningCommand command);

    [Alias("void-claim")]
    Task<Answer<VoidReceipt>> VoidClaimAsync(VoidClaimCommand command);

    /// <summary>Writes system rows, a bounded number, if claim-by dates have passed. May be repeated; for the sweep.</summary>
    /// <returns>Whether nothing that has expired is left to write down.</returns>
    [Alias("expire")]
    Task<bool> ExpireAsync();

    [Alias("get-credits")]
    Task<CreditPage?> GetCreditsAsync(CreditQuery query);

    [Alias("get-balance")]
    Task<BalanceSheet?> GetBalanceAsync();

    [Alias("get-ledger")]
    Task<LedgerPage?> GetLedgerAsync(long afterSeq, int limit);

    [Alias("get-claims")]
    Task<ClaimPage?> GetClaimsAsync(ClaimQuery query);

    /// <summary>The claims that these rows of the ledger hold, at most 200, in the order in which they were made. Rows that hold none are passed over.</summary>
    [Alias("get-claims-of-rows")]
    Task<ImmutableArray<ClaimView>> GetClaimsOfRowsAsync(ImmutableArray<long> seqs);

    [Alias("get-claim")]
    Task<ClaimView?> GetClaimAsync(string claimId);

    /// <summary>What anybody may see who shows the certificate's code, but for the hash of its document; none if there is no such certificate.</summary>
    [Alias("verify-certificate")]
    Task<Verification?> VerifyCertificateAsync(string certificateId);

    /// <summary>What it takes to render the certificate; none if the learner has no such certificate.</summary>
    [Alias("order-certificate")]
    Task<CertificateOrder?> OrderCertificateAsync(string certificateId);
}
