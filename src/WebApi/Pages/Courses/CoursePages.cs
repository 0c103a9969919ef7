using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Courses;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>The courses of a provider, or of all to an operator: the list, and one course with its sums.</summary>
internal static class CoursePages
{
    private const int PageLimit = 50;
    private const string AfterParameter = "after";

    public static void MapCoursePages(this IEndpointRouteBuilder routes)
    {
        routes.MapStaffPages(Access.Courses).MapGet(StaffAddresses.Courses, ListAsync).PairedWith("ListCourses");
        routes.MapStaffPages(Access.Course).MapGet("/courses/{courseId}", ShowAsync).PairedWith("GetCourse", "GetCourseBalance");
    }

    private static async Task<IResult> ListAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var query = context.Request.Query;
        var after = query[AfterParameter].ToString() is var asked && Ids.IsValid(asked) ? asked : null;
        var own = Caller.Of(context).OnlyProviderId;
        var wanted = query[StaffAddresses.ProviderParameter].ToString().Trim();
        var providerId = own ?? (wanted.Length == 0 ? null : wanted);
        var (courses, next) = providerId is null || Ids.IsValid(providerId)
            ? await CourseListing.ReadPageAsync(grains, providerId, after, PageLimit)
            : ([], null);
        return PageAnswer.Show<CoursesPage, CoursesModel>(new()
        {
            Courses = [.. courses],
            Types = await CreditTypeNames.ReadAsync(grains),
            Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            IsOfAllProviders = own is null,

            // As it is stored, and not as it stands in the address.
            ProviderId = own is null && providerId is not null && courses is [var first, ..] ? first.Definition.ProviderId : null,
            NextAddress = next is null ? null : AddressAfter(own is null ? providerId : null, next),
        });
    }

    private static async Task<IResult> ShowAsync(string courseId, HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var grain = grains.GetGrain<ICourseGrain>(courseId);
        return await grain.GetAsync() is { } course
            ? PageAnswer.Show<CoursePage, CourseModel>(new()
            {
                Course = course.Value,
                Balances = await grain.GetBalanceAsync(),
                Types = await CreditTypeNames.ReadAsync(grains),
                Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
                IsSaved = context.Request.Query.ContainsKey(CourseAddress.SavedParameter),
            })
            : new ProblemAnswer(Problem.NotFound);
    }

    private static string AddressAfter(string? providerId, string after) => providerId is null
        ? $"{StaffAddresses.Courses}?{AfterParameter}={Uri.EscapeDataString(after)}"
        : $"{StaffAddresses.CoursesOf(providerId)}&{AfterParameter}={Uri.EscapeDataString(after)}";
}
