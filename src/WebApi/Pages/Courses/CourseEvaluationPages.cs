using System.Globalization;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Evaluations;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>What learners say of a course, without who they are.</summary>
internal static class CourseEvaluationPages
{
    private const int CommentsMax = 50;
    private const string BeforeParameter = "before";

    public static void MapCourseEvaluationPages(this IEndpointRouteBuilder routes) =>
        routes.MapStaffPages(Access.Course).MapGet("/courses/{courseId}/evaluations", ShowAsync).PairedWith("GetCourseEvaluations");

    private static async Task<IResult> ShowAsync(string courseId, HttpContext context, IGrainFactory grains)
    {
        if (await grains.GetGrain<ICourseGrain>(courseId).GetAsync() is not { } course)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var asked = context.Request.Query[BeforeParameter].ToString();
        long? before = long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var grain = grains.GetGrain<ICourseEvaluationsGrain>(courseId);
        var comments = await grain.ListCommentsAsync(before, CommentsMax);
        var next = comments.NextBeforeNumber is { } nextBefore
            ? string.Create(CultureInfo.InvariantCulture, $"{CourseAddress.OfEvaluations(courseId)}?{BeforeParameter}={nextBefore}")
            : null;
        return PageAnswer.Show<CourseEvaluationsPage, CourseEvaluationsModel>(
            new(course.Value, before is null ? await grain.GetSummaryAsync() : null, comments.Items, next));
    }
}
