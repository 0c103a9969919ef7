namespace CmeOrleans.Domain.Requirements;

/// <summary>How far one bucket is.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Counted">What is claimed and counts; may be more than the minimum.</param>
/// <param name="Claimable">What claiming all that can be claimed would add.</param>
public sealed record BucketProgress(RequirementBucket Bucket, CreditAmount Counted, CreditAmount Claimable)
{
    /// <summary>What is missing of the minimum.</summary>
    public CreditAmount Missing => Counted < Bucket.Minimum ? Bucket.Minimum - Counted : CreditAmount.Zero;

    public bool IsMet => Counted >= Bucket.Minimum;
}
