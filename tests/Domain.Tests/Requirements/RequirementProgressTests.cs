using System.Collections.Immutable;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;

namespace CmeOrleans.Domain.Tests.Requirements;

/// <summary>What counts. Method: each case is one step away from credit that counts.</summary>
public sealed class RequirementProgressTests
{
    private const string Ama = "AMA_PRA_1";
    private const string Second = "AMA_PRA_2";

    private static readonly Cycle Cycle = new(new(2025, 1, 1), new(2026, 12, 31));

    private static readonly Requirement Requirement = new()
    {
        Id = "us-xx-md",
        Authority = "Board",
        Jurisdiction = "State",
        Professions = [Profession.PhysicianMd],
        CycleMonths = 24,
        CycleEnd = "31 December",
        Buckets = [Bucket("total", 2_000, Ama, Second), Bucket("category-1", 1_000, Ama)],
        AlsoAskedFor = [],
        Notes = [],
        EffectiveFrom = new(2025, 1, 1),
        Source = "Board",
        AsOf = new(2025, 1, 1),
        Confidence = "high",
    };

    [Theory]
    [InlineData("2025-01-01", Ama, true, CreditStanding.Counted)]
    [InlineData("2026-12-31", Ama, true, CreditStanding.Counted)]
    [InlineData("2024-12-31", Ama, true, CreditStanding.BeforeCycle)]
    [InlineData("2027-01-01", Ama, true, CreditStanding.AfterCycle)]
    [InlineData("2025-01-01", "ACEP_1", true, CreditStanding.TypeNotCounted)]
    [InlineData("2025-01-01", Ama, false, CreditStanding.AttendanceOnly)]
    [InlineData("2025-01-01", "ACEP_1", false, CreditStanding.TypeNotCounted)]
    [InlineData("2024-12-31", "ACEP_1", false, CreditStanding.BeforeCycle)]
    public void Credit_counts_or_the_first_reason_says_why_not(string completedOn, string creditType, bool isAwarded, CreditStanding expected)
    {
        var credit = new CountableCredit(creditType, "a", DateOnly.Parse(completedOn, null), CreditAmount.FromHundredths(150), isAwarded, IsClaimed: true);

        var progress = RequirementProgress.Of(Requirement, Cycle, [credit]);

        var judged = Assert.Single(progress.Credits);
        Assert.Equal(expected, judged.Standing);
        Assert.Equal(expected is CreditStanding.Counted ? 150 : 0, progress.Buckets[0].Counted.Hundredths);
        Assert.Equal(expected is CreditStanding.Counted ? ["total", "category-1"] : [], judged.BucketIds);
    }

    [Fact]
    public void Buckets_count_their_own_types()
    {
        var progress = Of(Claimed("a", Ama, 400), Claimed("b", Second, 300));

        Assert.Equal([700, 400], progress.Buckets.Select(bucket => bucket.Counted.Hundredths));
        Assert.Equal([1_300, 600], progress.Buckets.Select(bucket => bucket.Missing.Hundredths));
        Assert.Equal([["total", "category-1"], ["total"]], progress.Credits.Select(credit => credit.BucketIds.ToArray()));
    }

    [Fact]
    public void What_is_above_the_minimum_leaves_nothing_missing()
    {
        var progress = Of(Claimed("a", Ama, 1_000));

        Assert.Equal((0, true), (progress.Buckets[1].Missing.Hundredths, progress.Buckets[1].IsMet));
        Assert.Equal((0, 1_500), (Of(Claimed("a", Ama, 1_500)).Buckets[1].Missing.Hundredths, Of(Claimed("a", Ama, 1_500)).Buckets[1].Counted.Hundredths));
        Assert.False(Of(Claimed("a", Ama, 999)).Buckets[1].IsMet);
    }

    [Fact]
    public void Completion_claimed_as_two_types_counts_once_as_the_greater()
    {
        var progress = Of(Claimed("a", Ama, 100), Claimed("a", Second, 150), Claimed("b", Second, 100), Claimed("b", Ama, 100));

        Assert.Equal([250, 200], progress.Buckets.Select(bucket => bucket.Counted.Hundredths));
        Assert.Equal(
            [CreditStanding.Counted, CreditStanding.Counted, CreditStanding.CountedAsOtherType, CreditStanding.Counted],
            progress.Credits.Select(credit => credit.Standing));
        Assert.Equal(["category-1"], progress.Credits[0].BucketIds);
    }

    [Fact]
    public void Parts_of_one_completion_add_up()
    {
        var progress = Of(Claimed("a", Ama, 50), Claimed("a", Ama, 75), Available("a", Ama, 25));

        Assert.Equal((125, 25), (progress.Buckets[0].Counted.Hundredths, progress.Buckets[0].Claimable.Hundredths));
    }

    [Fact]
    public void Available_credit_says_what_claiming_would_add_and_does_not_count()
    {
        var progress = Of(Claimed("a", Ama, 400), Available("b", Ama, 200), Available("c", "ACEP_1", 500), Available("a", Second, 100));

        Assert.Equal([400, 400], progress.Buckets.Select(bucket => bucket.Counted.Hundredths));
        Assert.Equal([200, 200], progress.Buckets.Select(bucket => bucket.Claimable.Hundredths));
        Assert.Equal([CreditStanding.Counted, CreditStanding.Claimable], progress.Credits.Select(credit => credit.Standing));
    }

    private static RequirementProgress Of(params CountableCredit[] credits) => RequirementProgress.Of(Requirement, Cycle, [.. credits]);

    private static CountableCredit Claimed(string completion, string type, long hundredths) =>
        new(type, completion, new(2025, 6, 1), CreditAmount.FromHundredths(hundredths), IsAwarded: true, IsClaimed: true);

    private static CountableCredit Available(string completion, string type, long hundredths) => Claimed(completion, type, hundredths) with { IsClaimed = false };

    private static RequirementBucket Bucket(string id, long hundredths, params ImmutableArray<string> types) => new()
    {
        Id = id,
        Name = id,
        Minimum = CreditAmount.FromHundredths(hundredths),
        Unit = CreditUnit.Credit,
        CreditTypes = types,
    };
}
