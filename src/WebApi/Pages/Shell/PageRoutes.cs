using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Where pages are mapped: what they all have in common is here.</summary>
internal static class PageRoutes
{
    /// <summary>A group for pages: the content policy of pages, antiforgery for every form, faults as pages.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().WithMetadata(PageMetadata.Instance);
        pages.AddEndpointFilter<PageFilter>();
        return pages;
    }

    /// <summary>A group for pages of learners. Who is not signed in is sent there first; who is no learner finds nothing.</summary>
    public static RouteGroupBuilder MapLearnerPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages().WithMetadata(SessionPage.Own);
        pages.AddEndpointFilter<LearnerFilter>();
        return pages;
    }

    /// <summary>
    /// A group for pages of providers and operators. Who is not signed in is sent there first; who may not do what the pages
    /// are for finds nothing, by the same rules as in the API.
    /// </summary>
    /// <param name="routes">Where to map.</param>
    /// <param name="access">What the pages need of who looks at them.</param>
    public static RouteGroupBuilder MapStaffPages(this IEndpointRouteBuilder routes, Access access)
    {
        var pages = routes.MapPages().WithMetadata(SessionPage.Own);
        pages.AddEndpointFilter(new StaffFilter(access));
        return pages;
    }

    /// <summary>The learner whose pages these are. Only on pages of <see cref="MapLearnerPages"/>.</summary>
    public static string LearnerOf(HttpContext context) =>
        Caller.Of(context) is { Role: CallerRole.Learner, Subject: { } learnerId }
            ? learnerId
            : throw new InvalidOperationException("A page of learners is mapped among the pages of learners.");
}
