using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>How feedback adds up by course, whatever the database.</summary>
public abstract class EvaluationContract(StoreFixture fixture)
{
    private IEvaluationStore Evaluations => fixture.Store.Evaluations;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feedback_counts_once_in_each_course_of_its_claim()
    {
        await Evaluations.AddAsync(Given("claim-1", ["counted", "counted-too"], ("b", 5), ("a", 4)));
        await Evaluations.AddAsync(Given("claim-1", ["counted", "counted-too"], ("a", 1)));
        await Evaluations.AddAsync(Given("claim-2", ["counted"], ("a", 4), ("b", 1)) with { HasComment = false });
        await Evaluations.AddAsync(Given("claim-3", ["counted"]));

        var counted = await Evaluations.CountAsync("counted", ["a", "b"], Cancellation);
        Assert.Equal((3, 2), (counted.Count, counted.CommentsCount));
        Assert.Equal([new("a", 4, 2), new("b", 1, 1), new("b", 5, 1)], counted.Ratings);
        Assert.Equal([new("a", 4, 1), new("b", 5, 1)], (await Evaluations.CountAsync("counted-too", ["a", "b"], Cancellation)).Ratings);
        var nobody = await Evaluations.CountAsync("counted-never", ["a", "b"], Cancellation);
        Assert.Equal((0, 0, 0), (nobody.Count, nobody.CommentsCount, nobody.Ratings.Length));
    }

    /// <summary>Whoever gives feedback chooses the ids in it, and some are stored from before only known questions were.</summary>
    [Fact]
    public async Task Questions_that_nobody_asks_for_are_not_counted()
    {
        var invented = Enumerable.Range(0, 1_100).Select(number => ($"a-{number:D4}", 1));
        await Evaluations.AddAsync(Given("claim-1", ["flooded"], [.. invented, ("b", 5), ("it's \"quoted\"", 2)]));

        Assert.Equal([new("b", 5, 1)], (await Evaluations.CountAsync("flooded", ["b"], Cancellation)).Ratings);
        Assert.Equal([new("it's \"quoted\"", 2, 1)], (await Evaluations.CountAsync("flooded", ["it's \"quoted\""], Cancellation)).Ratings);
    }

    [Fact]
    public async Task Comments_are_listed_newest_first_page_by_page()
    {
        for (var number = 1; number <= 5; number++)
        {
            await Evaluations.AddAsync(Given($"claim-{number}", ["commented"]) with { HasComment = number != 3 });
        }

        var first = await Evaluations.ListCommentsAsync("commented", long.MaxValue, 3, Cancellation);
        var second = await Evaluations.ListCommentsAsync("commented", first[^1].Number, 3, Cancellation);

        Assert.Equal(["claim-5", "claim-4", "claim-2", "claim-1"], first.Concat(second).Select(place => place.ClaimId));
        Assert.All(first, place => Assert.Equal("learner", place.LearnerId));
    }

    private static StoredEvaluation Given(string claimId, ImmutableArray<string> courseIds, params (string Question, int Value)[] ratings) => new(
        "learner",
        claimId,
        DateTimeOffset.UnixEpoch,
        courseIds,
        ratings.ToImmutableSortedDictionary(rating => rating.Question, rating => rating.Value, StringComparer.Ordinal),
        HasComment: true);
}
