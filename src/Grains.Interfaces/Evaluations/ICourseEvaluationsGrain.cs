namespace CmeOrleans.Grains.Interfaces.Evaluations;

/// <summary>The feedback on one course, without who gave it. Stateless; the grain key is the course id.</summary>
[Alias("cme.course-evaluations")]
public interface ICourseEvaluationsGrain : IGrainWithStringKey
{
    /// <summary>How often each answer was given.</summary>
    [Alias("summary")]
    Task<EvaluationSummary> GetSummaryAsync();

    /// <summary>What was written, newest first, before a number; from the newest if none is given.</summary>
    [Alias("comments")]
    Task<EvaluationComments> ListCommentsAsync(long? beforeNumber, int limit);
}
