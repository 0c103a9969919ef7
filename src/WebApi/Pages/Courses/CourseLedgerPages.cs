using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Courses;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>A course's side of the ledger.</summary>
internal static class CourseLedgerPages
{
    private const int PageLimit = 100;
    private const string AfterParameter = "after";

    public static void MapCourseLedgerPages(this IEndpointRouteBuilder routes) =>
        routes.MapStaffPages(Access.Course).MapGet("/courses/{courseId}/ledger", ShowAsync).PairedWith("GetCourseLedger", "GetCourseBalance");

    private static async Task<IResult> ShowAsync(string courseId, HttpContext context, IGrainFactory grains, LearnerPseudonyms pseudonyms)
    {
        var grain = grains.GetGrain<ICourseGrain>(courseId);
        if (await grain.GetAsync() is not { } course)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var after = CourseLedgerPosition.TryParse(context.Request.Query[AfterParameter].ToString(), out var position) ? position : CourseLedgerPosition.Start;
        var page = await grain.GetLedgerAsync(after, PageLimit);
        var nameOf = pseudonyms.For(Caller.Of(context), courseId);
        return PageAnswer.Show<CourseLedgerPage, CourseLedgerModel>(new()
        {
            Course = course.Value,
            Balances = await grain.GetBalanceAsync(),
            Entries = [.. page.Items.Select(entry => entry with { LearnerId = nameOf(entry.LearnerId) })],
            Types = await CreditTypeNames.ReadAsync(grains),
            NextAddress = page.Next is { } next ? $"{CourseAddress.OfLedger(courseId)}?{AfterParameter}={next}" : null,
        });
    }
}
