using CmeOrleans.Grains.Interfaces.Courses;

namespace CmeOrleans.Grains.Courses;

/// <summary>A stored version of a course that a newer one has replaced.</summary>
public sealed record CourseVersionState
{
    public CourseDefinition? Definition { get; init; }
}
