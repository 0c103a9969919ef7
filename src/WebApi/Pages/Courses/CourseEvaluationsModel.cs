using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Evaluations;
using CmeOrleans.WebApi.Courses;
using CmeOrleans.WebApi.Pages.Claimed;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>The feedback on a course, with a page of its comments.</summary>
/// <param name="Course">The course.</param>
/// <param name="Summary">The sums, on the first page.</param>
/// <param name="Comments">What was written, newest first.</param>
/// <param name="NextAddress">Where the comments go on, if they do.</param>
public sealed record CourseEvaluationsModel(
    CourseView Course, EvaluationSummary? Summary, ImmutableArray<string> Comments, string? NextAddress)
{
    /// <summary>The question as learners read it; its id if it is none of the form's.</summary>
    public static string TextOf(QuestionSummary question) =>
        EvaluationQuestions.All.FirstOrDefault(known => known.Id == question.QuestionId) is { Text: { } text } ? text : question.QuestionId;

    /// <summary>Such as <c>4.67</c>.</summary>
    public static string AverageOf(QuestionSummary question) => RatingAverage.Of(question.Counts).ToString("0.00", CultureInfo.InvariantCulture);
}
