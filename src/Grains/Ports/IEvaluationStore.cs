using System.Collections.Immutable;

namespace CmeOrleans.Grains.Ports;

/// <summary>Which feedback belongs to which course, and how it adds up. Rows are only added.</summary>
public interface IEvaluationStore
{
    /// <summary>Adds feedback to each of its courses. Durable when the task completes. What was added before stays as it is.</summary>
    /// <exception cref="StorageUnavailableException">Whether it is stored is not known; a repeat is safe.</exception>
    Task AddAsync(StoredEvaluation evaluation);

    /// <summary>Counts the feedback on one course.</summary>
    /// <param name="courseId">The course.</param>
    /// <param name="questionIds">The questions whose answers are counted; what else was answered is not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    Task<EvaluationCounts> CountAsync(string courseId, ImmutableArray<string> questionIds, CancellationToken cancellationToken);

    /// <summary>Feedback on one course that has a comment, newest first, at most <paramref name="countMax"/>.</summary>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    Task<ImmutableArray<CommentPlace>> ListCommentsAsync(string courseId, long beforeNumber, int countMax, CancellationToken cancellationToken);
}

/// <param name="Ratings">Answers on a scale of whole numbers, by question.</param>
/// <param name="HasComment">Whether something was written; what, stays with the claim.</param>
public sealed record StoredEvaluation(
    string LearnerId,
    string ClaimId,
    DateTimeOffset GivenAt,
    ImmutableArray<string> CourseIds,
    ImmutableSortedDictionary<string, int> Ratings,
    bool HasComment);

/// <param name="Count">How many gave feedback.</param>
/// <param name="CommentsCount">How many of them wrote something.</param>
/// <param name="Ratings">How often each answer was given to each question, in order of questions and answers.</param>
public sealed record EvaluationCounts(long Count, long CommentsCount, ImmutableArray<RatingCount> Ratings);

/// <summary>How often one answer was given to one question.</summary>
public sealed record RatingCount(string QuestionId, int Value, long Count);

/// <summary>Where a comment is kept, and its place in the list.</summary>
public sealed record CommentPlace(long Number, string LearnerId, string ClaimId);
