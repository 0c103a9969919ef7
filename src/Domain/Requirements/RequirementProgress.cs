using System.Collections.Immutable;

namespace CmeOrleans.Domain.Requirements;

/// <summary>How far a requirement is in one cycle, with every credit that says so. No I/O, no clock.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Buckets">Each bucket of the requirement, in its order.</param>
/// <param name="Credits">
/// All claimed credit that was asked about, and of the rest what would count if it were claimed, each in the order given.
/// </param>
public sealed record RequirementProgress(Cycle Cycle, ImmutableArray<BucketProgress> Buckets, ImmutableArray<JudgedCredit> Credits)
{
    /// <summary>Judges credit. Only what is claimed and awarded counts, by the date completed, inside the cycle.</summary>
    public static RequirementProgress Of(Requirement requirement, Cycle cycle, ImmutableArray<CountableCredit> credits)
    {
        var eligible = credits.Where(credit => credit.IsAwarded && cycle.Contains(credit.CompletedOn)).ToArray();
        var counts = requirement.Buckets
            .Select(bucket => (
                Bucket: bucket,
                Claimed: BucketCount.Of(bucket, eligible.Where(credit => credit.IsClaimed)),
                Whole: BucketCount.Of(bucket, eligible)))
            .ToArray();
        return new(
            cycle,
            [.. counts.Select(count => new BucketProgress(count.Bucket, count.Claimed.Sum, count.Whole.Sum - count.Claimed.Sum))],
            [.. credits.Select(Judge).Where(judged => judged.Credit.IsClaimed || judged.Standing is CreditStanding.Claimable)]);

        JudgedCredit Judge(CountableCredit credit)
        {
            if (RefusalOf(requirement, cycle, credit) is { } refusal)
            {
                return new(credit, refusal, []);
            }

            ImmutableArray<string> bucketIds =
                [.. counts.Where(count => (credit.IsClaimed ? count.Claimed : count.Whole).Has(credit)).Select(count => count.Bucket.Id)];
            return bucketIds.IsEmpty
                ? new(credit, CreditStanding.CountedAsOtherType, [])
                : new(credit, credit.IsClaimed ? CreditStanding.Counted : CreditStanding.Claimable, bucketIds);
        }
    }

    private static CreditStanding? RefusalOf(Requirement requirement, Cycle cycle, CountableCredit credit)
    {
        if (!cycle.Contains(credit.CompletedOn))
        {
            return credit.CompletedOn < cycle.From ? CreditStanding.BeforeCycle : CreditStanding.AfterCycle;
        }

        if (!requirement.Buckets.Any(bucket => bucket.CreditTypes.Contains(credit.CreditType)))
        {
            return CreditStanding.TypeNotCounted;
        }

        return credit.IsAwarded ? null : CreditStanding.AttendanceOnly;
    }
}
