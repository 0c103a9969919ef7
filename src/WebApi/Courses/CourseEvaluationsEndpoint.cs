using System.Globalization;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Evaluations;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Courses;

/// <summary>What learners say of a course, without who they are.</summary>
internal static class CourseEvaluationsEndpoint
{
    public static void MapCourseEvaluations(this IEndpointRouteBuilder api) => api.MapGet("/courses/{courseId}/evaluations", GetAsync)
        .WithTags("Courses")
        .Requires(Access.Course)
        .Describe("GetCourseEvaluations", "Adds up the feedback on a course.", "Feedback is given on a claim and counts in each of its courses. counts says how often 1, 2, 3, 4 and 5 were answered, in this order. Comments come newest first, page by page, without who wrote them; the sums are on the first page alone. Only the questions of the feedback form are counted.")
        .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
        .MayAnswer(ProblemTypes.InvalidCursor)
        .ShowsAnswer("""
            {
              "courseId": "peds-2026",
              "count": 3,
              "commentsCount": 1,
              "questions": [{ "questionId": "met-objectives", "answers": 3, "average": 4.67, "counts": [0, 0, 0, 1, 2] }],
              "comments": ["Well paced."]
            }
            """);

    private static async Task<Results<Ok<CourseEvaluationsResponse>, ProblemAnswer>> GetAsync(string courseId, HttpContext context, IGrainFactory grains)
    {
        var request = PageRequest.Read(context);
        if (await grains.GetGrain<ICourseGrain>(courseId).GetAsync() is null)
        {
            return (ProblemAnswer)Problem.NotFound;
        }

        var grain = grains.GetGrain<ICourseEvaluationsGrain>(courseId);
        var comments = await grain.ListCommentsAsync(request.After is null ? null : request.AfterNumber(), request.Limit);
        var summary = request.After is null ? await grain.GetSummaryAsync() : null;
        return TypedResults.Ok(new CourseEvaluationsResponse(
            courseId,
            summary?.Count,
            summary?.CommentsCount,
            summary is null ? null : [.. summary.Questions.Select(QuestionResponse.From)],
            comments.Items,
            request.Finish(comments.NextBeforeNumber?.ToString(CultureInfo.InvariantCulture))));
    }
}

/// <summary>The feedback on a course, with a page of its comments. The sums are on the first page alone.</summary>
internal sealed record CourseEvaluationsResponse(
    string CourseId, long? Count, long? CommentsCount, IReadOnlyList<QuestionResponse>? Questions, IReadOnlyList<string> Comments, string? NextCursor);

/// <summary>How one question was answered on the scale from 1 to 5; the average has two decimals.</summary>
internal sealed record QuestionResponse(string QuestionId, long Answers, decimal Average, IReadOnlyList<long> Counts)
{
    public static QuestionResponse From(QuestionSummary question) =>
        new(question.QuestionId, question.Counts.Sum(), RatingAverage.Of(question.Counts), question.Counts);
}
