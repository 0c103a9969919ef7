using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Providers;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>A provider, a course with topics worth 1.50 AMA PRA Category 1 and 1.00 AAFP, and a learner who may claim.</summary>
internal sealed class Scene(LedgerNode node)
{
    public const string ProviderId = "acme";
    public const string CourseId = "cardiology";
    public const string LearnerId = "learner-1";
    public const string Ama = "AMA_PRA_1";

    /// <summary>Whose keys the commands of tests have, unless they say otherwise.</summary>
    public const string Tenant = "operator";

    public static readonly DateTimeOffset CompletedAt = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    public static LearnerProfile Profile { get; } = new() { DisplayName = "Ana Ruiz", Profession = "physicianMd", Degrees = "MD" };

    public ILearnerGrain Learner => node.Grains.GetGrain<ILearnerGrain>(LearnerId);

    public static CourseDefinition Course(int topicsCount = 10) => new()
    {
        ProviderId = ProviderId,
        Title = "Cardiology Update",
        Format = "enduring",
        StartsOn = new(2026, 1, 1),
        EndsOn = new(2030, 12, 31),
        Offerings =
        [
            new() { CreditType = Ama, MaximumHundredths = 100_000 },
            new() { CreditType = "AAFP_PRESCRIBED", MaximumHundredths = 100_000 },
        ],
        Topics =
        [
            .. Enumerable.Range(1, topicsCount).Select(n => new CourseTopic
            {
                TopicId = $"t{n}",
                Title = $"Topic {n}",
                Credits = [new() { CreditType = Ama, AmountHundredths = 150 }, new() { CreditType = "AAFP_PRESCRIBED", AmountHundredths = 100 }],
            }),
        ],
    };

    public async Task<Scene> SetAsync(int topicsCount = 10)
    {
        Assert.Equal(Outcome.Done, (await node.Grains.GetGrain<IProviderGrain>(ProviderId).PutAsync(Provider(), null)).Outcome);
        Assert.Equal(Outcome.Done, (await node.Grains.GetGrain<ICourseGrain>(CourseId).PutAsync(Course(topicsCount), null)).Outcome);
        Assert.Equal(Outcome.Done, (await Learner.PutProfileAsync(Profile, null)).Outcome);
        var membership = new Membership { Plan = "premium", StartsOn = new(2026, 1, 1), EndsOn = new(2100, 1, 1) };
        Assert.Equal(Outcome.Done, (await node.Grains.GetGrain<IMembershipGrain>(LearnerId).PutAsync(membership, null)).Outcome);
        return this;
    }

    public static ProviderRecord Provider() => new()
    {
        Name = "Acme Medical Education",
        Address = "1 Main Street, Springfield",
        AccreditationStatement = "Acme is accredited by the ACCME to provide continuing medical education for physicians.",
        SignatoryName = "Pat Lee",
        SignatoryTitle = "Director",
        TimeZone = "America/Chicago",
    };

    public static EarnCommand Earn(string topicId, string? key = null) =>
        new() { Key = key ?? $"earn-{topicId}", Tenant = Tenant, CourseId = CourseId, TopicId = topicId, CompletedAt = CompletedAt };

    public async Task<ImmutableArray<EarnReceipt>> EarnAsync(params string[] topicIds)
    {
        var receipts = ImmutableArray.CreateBuilder<EarnReceipt>();
        foreach (var topicId in topicIds)
        {
            var answer = await Learner.EarnAsync(Earn(topicId));
            Assert.Equal(Outcome.Done, answer.Outcome);
            receipts.Add(answer.Value!);
        }

        return receipts.ToImmutable();
    }

    public static ClaimCommand ClaimAll(string key) => new() { Key = key, Tenant = Tenant, CreditType = Ama, All = true };
}
