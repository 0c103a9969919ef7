using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Courses;

/// <summary>Courses: what they are worth, in versions.</summary>
internal static class CoursesEndpoints
{
    private const string Tag = "Courses";

    private static readonly QueryParameter ProviderFilter = new("providerId", "Only courses of this provider.");

    public static void MapCourses(this IEndpointRouteBuilder api)
    {
        api.MapPut("/courses/{courseId}", PutAsync)
            .WithTags(Tag)
            .Requires(Access.WriteCourse)
            .Describe("PutCourse", "Creates a course or makes a new version of it.", "Earnings keep the version that they were earned under. The same course sent again makes no new version. A provider can write only courses of its own.")
            .TakesIfMatch()
            .TakesBody<CourseRequest>(CourseExamples.Request)
            .MayAnswer(RefusalTypes.TooManyVersions)
            .ShowsAnswer(CourseExamples.Response)
            .Audited(AuditActs.CourseWritten, RouteNames.Course);

        api.MapGet("/courses/{courseId}", GetAsync)
            .WithTags(Tag)
            .Requires(Access.Course)
            .Describe("GetCourse", "Shows a course in its newest version.", "Operators see all, a provider its own.")
            .TakesIfNoneMatch()
            .ShowsAnswer(CourseExamples.Response);

        api.MapGet("/courses", ListAsync)
            .WithTags(Tag)
            .Requires(Access.Courses)
            .Describe("ListCourses", "Lists courses in order of their ids.", "Operators see all, a provider its own.")
            .TakesQuery(ProviderFilter, QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer(CourseExamples.List);
    }

    private static async Task<Results<Ok<CourseResponse>, CreatedAnswer<CourseResponse>, ProblemAnswer>> PutAsync(
        string courseId, HttpContext context, IGrainFactory grains)
    {
        var definition = (await JsonBody.ReadAsync<CourseRequest>(context)).ToDefinition();
        var own = Caller.Of(context).OnlyProviderId;
        if (own is not null && definition.ProviderId != own)
        {
            // The same words as for a provider that does not exist, which are the grain's.
            return (ProblemAnswer)Problem.InvalidRequest("/providerId", "provider-unknown", "There is no such provider.");
        }

        var grain = grains.GetGrain<ICourseGrain>(courseId);
        var ifMatch = await ETags.RequiredAsync(context, async () => (await grain.GetAsync())?.ETag);
        return VersionedAnswers.Written(context, await grain.PutAsync(definition, ifMatch, own), CourseResponse.From);
    }

    private static async Task<Results<Ok<CourseResponse>, NotModified, ProblemAnswer>> GetAsync(
        string courseId, HttpContext context, IGrainFactory grains) =>
        VersionedAnswers.Read(context, await grains.GetGrain<ICourseGrain>(courseId).GetAsync(), CourseResponse.From);

    private static async Task<Ok<CoursesResponse>> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var page = PageRequest.Read(context);
        var wanted = context.Request.Query[ProviderFilter.Name].FirstOrDefault();
        var own = Caller.Of(context).OnlyProviderId;

        // Somebody else's provider is to a provider what an unknown one is to an operator: it has no courses.
        if ((wanted is not null && !Ids.IsValid(wanted)) || (own is not null && wanted is not null && wanted != own))
        {
            return TypedResults.Ok(new CoursesResponse([], null));
        }

        var (courses, next) = await CourseListing.ReadPageAsync(grains, own ?? wanted, page.After, page.Limit);
        return TypedResults.Ok(new CoursesResponse([.. courses.Select(CourseResponse.From)], page.Finish(next)));
    }
}

/// <summary>A page of courses.</summary>
internal sealed record CoursesResponse(IReadOnlyList<CourseResponse> Items, string? NextCursor);
