using System.Collections.Immutable;
using System.Security.Cryptography;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;
using FsCheck;
using FsCheck.Fluent;

namespace CmeOrleans.Domain.Tests.Properties;

/// <summary>What holds for every learner and requirement. A wrong sum here tells a physician that nothing is missing.</summary>
public sealed class RequirementPropertyTests(ITestOutputHelper output)
{
    private const int CasesCount = 1_000;

    private static readonly string[] Types = ["AMA_PRA_1", "AMA_PRA_2", "AAFP_PRESCRIBED", "ACEP_1"];
    private static readonly Cycle Cycle = new(new(2025, 1, 1), new(2026, 12, 31));

    private static readonly Requirement Requirement = new()
    {
        Id = "us-xx-md",
        Authority = "Board",
        Jurisdiction = "State",
        Professions = [Profession.PhysicianMd],
        CycleMonths = 24,
        CycleEnd = "31 December",
        Buckets = [Bucket("total", Types[0], Types[1], Types[2]), Bucket("category-1", Types[0])],
        AlsoAskedFor = [],
        Notes = [],
        EffectiveFrom = new(2025, 1, 1),
        Source = "Board",
        AsOf = new(2025, 1, 1),
        Confidence = "high",
    };

    [Fact]
    public void No_more_counts_than_was_claimed_in_the_cycle() => ForAll(credits =>
    {
        var claimed = credits.Where(credit => credit.IsClaimed && credit.IsAwarded && Cycle.Contains(credit.CompletedOn));

        Assert.True(SumOf(credits, 0) <= claimed.Sum(credit => credit.Amount.Hundredths));
    });

    [Fact]
    public void Bucket_of_more_types_counts_at_least_as_much() => ForAll(credits => Assert.True(SumOf(credits, 0) >= SumOf(credits, 1)));

    [Fact]
    public void Order_changes_no_sum() => ForAll(credits =>
        Assert.Equal(Of(credits).Buckets, Of([.. credits.Reverse()]).Buckets));

    [Fact]
    public void Claiming_everything_adds_what_was_promised_and_leaves_nothing_to_claim() => ForAll(credits =>
    {
        var before = Of(credits).Buckets;
        var after = Of([.. credits.Select(credit => credit with { IsClaimed = true })]).Buckets;

        Assert.Equal(before.Select(bucket => bucket.Counted + bucket.Claimable), after.Select(bucket => bucket.Counted));
        Assert.All(after, bucket => Assert.Equal(CreditAmount.Zero, bucket.Claimable));
    });

    [Fact]
    public void Claiming_more_never_counts_less() => ForAll(credits =>
    {
        for (var length = 1; length <= credits.Length; length++)
        {
            Assert.True(SumOf(credits[..length], 0) >= SumOf(credits[..(length - 1)], 0));
        }
    });

    [Fact]
    public void Sum_is_that_of_the_credits_that_are_said_to_count() => ForAll(credits =>
    {
        var progress = Of(credits);

        Assert.All(progress.Buckets, bucket => Assert.Equal(
            bucket.Counted.Hundredths,
            progress.Credits.Where(judged => judged.Standing is CreditStanding.Counted && judged.BucketIds.Contains(bucket.Bucket.Id)).Sum(judged => judged.Credit.Amount.Hundredths)));
        Assert.All(progress.Credits, judged => Assert.Equal(judged.BucketIds.IsEmpty, judged.Standing is not (CreditStanding.Counted or CreditStanding.Claimable)));
        Assert.Equal(credits.Where(credit => credit.IsClaimed), progress.Credits.Select(judged => judged.Credit).Where(credit => credit.IsClaimed));
    });

    /// <summary>Properties over cases that never meet prove nothing: each standing occurs somewhere.</summary>
    [Fact]
    public void Cases_meet_every_standing()
    {
        var met = new HashSet<CreditStanding>();
        ForAll(credits => met.UnionWith(Of(credits).Credits.Select(judged => judged.Standing)));

        Assert.Equal(Enum.GetValues<CreditStanding>().Except([CreditStanding.None]).Order(), met.Order());
        Assert.All(met, standing => Assert.NotEmpty(standing.ToApiName()));
    }

    private static long SumOf(ImmutableArray<CountableCredit> credits, int bucket) => Of(credits).Buckets[bucket].Counted.Hundredths;

    private static RequirementProgress Of(ImmutableArray<CountableCredit> credits) => RequirementProgress.Of(Requirement, Cycle, credits);

    private static RequirementBucket Bucket(string id, params ImmutableArray<string> types) => new()
    {
        Id = id,
        Name = id,
        Minimum = CreditAmount.FromHundredths(1_000),
        Unit = CreditUnit.Credit,
        CreditTypes = types,
    };

    private void ForAll(Action<ImmutableArray<CountableCredit>> holds)
    {
        var seed = Environment.GetEnvironmentVariable("CME_TEST_SEED") is { Length: > 0 } given
            ? ulong.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        output.WriteLine($"CME_TEST_SEED={seed}");
        var credit =
            from type in Gen.Elements(Types)
            from completion in Gen.Choose(0, 6)
            from quarters in Gen.Choose(1, 40)
            from isAwarded in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
            from isClaimed in Gen.Elements(true, false)
            select new CountableCredit(type, $"c{completion}", CompletedOn(completion), CreditAmount.FromHundredths(quarters * 25), isAwarded, isClaimed);
        var credits = Gen.Choose(0, 20).SelectMany(length => Gen.ArrayOf(credit, length));
        Prop.ForAll(Arb.From(credits), cases => holds([.. cases]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(CasesCount).WithReplay(seed, 1));
    }

    // One date per completion; of the seven one lies before the cycle and one after it.
    private static DateOnly CompletedOn(int completion) => new DateOnly(2024, 12, 31).AddDays(completion * 122);
}
