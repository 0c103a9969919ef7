using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Directory;

namespace CmeOrleans.WebApi.Courses;

/// <summary>Reads lists of courses, for the API and the pages alike.</summary>
internal static class CourseListing
{
    private const string DirectoryKey = "api";

    // How many courses of a list are asked for at once.
    private const int ReadsMax = 32;

    /// <summary>Courses in order of their ids.</summary>
    /// <param name="grains">Where they are.</param>
    /// <param name="providerId">Only courses of this provider, or of all if none is given.</param>
    /// <param name="after">The id after which to begin.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>The courses, and the id after which to go on if there are more.</returns>
    public static async Task<(IReadOnlyList<CourseView> Courses, string? Next)> ReadPageAsync(
        IGrainFactory grains, string? providerId, string? after, int limit)
    {
        var ids = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListCoursesAsync(providerId, after, limit + 1);
        var courses = new List<CourseView>(limit);
        foreach (var chunk in ids.Take(limit).Chunk(ReadsMax))
        {
            var read = await Task.WhenAll(chunk.Select(id => grains.GetGrain<ICourseGrain>(id).GetAsync()));
            courses.AddRange(read.OfType<Versioned<CourseView>>().Select(course => course.Value));
        }

        return (courses, ids.Length > limit ? ids[limit - 1] : null);
    }
}
