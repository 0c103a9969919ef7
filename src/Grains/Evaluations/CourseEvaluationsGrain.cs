using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Evaluations;
using CmeOrleans.Grains.Ports;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Evaluations;

/// <inheritdoc cref="ICourseEvaluationsGrain"/>
[StatelessWorker]
public sealed class CourseEvaluationsGrain(IEvaluationStore store) : Grain, ICourseEvaluationsGrain
{
    // How many comments of a list are asked for at once.
    private const int ReadsMax = 32;

    private string CourseId => this.GetPrimaryKeyString();

    public async Task<EvaluationSummary> GetSummaryAsync()
    {
        var counts = await store.CountAsync(CourseId, KnownQuestions.All, CancellationToken.None);
        return new()
        {
            Count = counts.Count,
            CommentsCount = counts.CommentsCount,
            Questions = [.. counts.Ratings.GroupBy(rating => rating.QuestionId, ToSummary)],
        };
    }

    public async Task<EvaluationComments> ListCommentsAsync(long? beforeNumber, int limit)
    {
        var places = await store.ListCommentsAsync(CourseId, beforeNumber ?? long.MaxValue, limit + 1, CancellationToken.None);
        var comments = ImmutableArray.CreateBuilder<string>(limit);
        foreach (var chunk in places.Take(limit).Chunk(ReadsMax))
        {
            var read = await Task.WhenAll(chunk.Select(
                place => GrainFactory.GetGrain<IClaimDocumentGrain>(GrainKeys.Join(place.LearnerId, place.ClaimId)).GetEvaluationAsync()));
            comments.AddRange(read.Select(evaluation => evaluation?.Comment).OfType<string>());
        }

        return new() { Items = comments.ToImmutable(), NextBeforeNumber = places.Length > limit ? places[limit - 1].Number : null };
    }

    private static QuestionSummary ToSummary(string questionId, IEnumerable<RatingCount> ratings)
    {
        var counts = new long[RatingScale.Max];
        foreach (var rating in ratings)
        {
            counts[rating.Value - 1] = rating.Count;
        }

        return new() { QuestionId = questionId, Counts = [.. counts] };
    }
}
