namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>A version of a course that a newer one has replaced. The grain key is <c>courseId/version</c>. Only the course's own grain calls it.</summary>
[Alias("cme.course-version")]
public interface ICourseVersionGrain : IGrainWithStringKey
{
    /// <summary>Keeps the definition for ever. Durable when the task completes. A version that is kept already stays as it is.</summary>
    [Alias("keep")]
    Task KeepAsync(CourseDefinition definition);

    /// <summary>The definition, or <see langword="null"/> if there is no such version or it is still the newest.</summary>
    [Alias("get")]
    Task<CourseDefinition?> GetAsync();
}
