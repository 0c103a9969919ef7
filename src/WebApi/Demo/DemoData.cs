using System.Diagnostics;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Demo;

/// <summary>
/// Writes the data of the demo the way clients do, through the grains and with idempotency keys: writing it again changes
/// nothing.
/// </summary>
internal sealed class DemoData(IGrainFactory grains)
{
    private const int LearnersAtOnceMax = 8;

    private static readonly string Tenant = CallerRole.Operator.ToApiName();

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var (providerId, record) in DemoCatalogue.Providers)
        {
            Require(await grains.GetGrain<IProviderGrain>(providerId).PutAsync(record, ifMatch: null));
        }

        foreach (var (courseId, definition) in DemoCatalogue.Courses)
        {
            Require(await grains.GetGrain<ICourseGrain>(courseId).PutAsync(definition, ifMatch: null));
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(1, DemoLearner.LearnersCount),
            new ParallelOptions { MaxDegreeOfParallelism = LearnersAtOnceMax, CancellationToken = cancellationToken },
            async (number, _) => await WriteAsync(new DemoLearner(number)));
    }

    private async Task WriteAsync(DemoLearner learner)
    {
        var grain = grains.GetGrain<ILearnerGrain>(learner.Id);
        Require(await grain.PutProfileAsync(learner.Profile, ifMatch: null));
        Require(await grains.GetGrain<IMembershipGrain>(learner.Id).PutAsync(learner.Membership, ifMatch: null));

        if (!learner.Licences.IsEmpty)
        {
            Require(await grains.GetGrain<ILicencesGrain>(learner.Id).PutAsync(new() { Items = learner.Licences }, ifMatch: null));
        }

        var earned = await EarnAsync(grain, learner);
        if (learner.IsLookedAt)
        {
            await ClaimSomeAsync(grain, earned);
        }

        if (learner.HasClaimed)
        {
            Require(await grain.ClaimAsync(new() { Key = "demo-claim", Tenant = Tenant, CreditType = learner.CreditType, All = true }));
        }

        if (learner.HasReversal && earned is [.., var last])
        {
            Require(await grain.ReverseEarningAsync(new()
            {
                Key = "demo-reversal",
                Tenant = Tenant,
                EarningId = last.EarningId,
                Reason = "Recorded for the wrong person.",
            }));
        }
    }

    private static async Task<IReadOnlyList<EarnReceipt>> EarnAsync(ILearnerGrain grain, DemoLearner learner)
    {
        List<EarnReceipt> earned = [];
        var topicNumber = 0;
        foreach (var (courseId, definition) in DemoCatalogue.Courses)
        {
            foreach (var topic in definition.Topics)
            {
                topicNumber++;
                if (learner.HasCompleted(topicNumber))
                {
                    var liveOn = definition.Format == "live" ? definition.StartsOn : (DateOnly?)null;
                    earned.Add(Require(await grain.EarnAsync(new()
                    {
                        Key = $"demo-earn-{courseId}-{topic.TopicId}",
                        Tenant = Tenant,
                        CourseId = courseId,
                        TopicId = topic.TopicId,
                        CompletedAt = learner.CompletedAt(topicNumber, liveOn),
                    })));
                }
            }
        }

        return earned;
    }

    /// <summary>Claims two topics as AMA PRA Category 1, and what the board is told of.</summary>
    private static async Task ClaimSomeAsync(ILearnerGrain grain, IReadOnlyList<EarnReceipt> earned)
    {
        var credits = earned.Take(2).SelectMany(earning => earning.Credits).Where(credit => credit.CreditType == "AMA_PRA_1");
        Require(await grain.ClaimAsync(new()
        {
            Key = "demo-claim-some",
            Tenant = Tenant,
            CreditType = "AMA_PRA_1",
            Lines = [.. credits.Select(credit => new ClaimLine { CreditId = credit.CreditId, AmountHundredths = credit.AmountHundredths })],
        }));
        Require(await grain.ClaimAsync(new() { Key = "demo-claim-board", Tenant = Tenant, CreditType = "ABP_MOC_2", All = true }));
    }

    private static T Require<T>(Answer<T> answer)
        where T : class =>
        answer is { Outcome: Outcome.Done or Outcome.Repeated, Value: { } value }
            ? value
            : throw new UnreachableException($"Demo data is refused: {answer.Outcome} {answer.Refusal?.Code}.");
}
