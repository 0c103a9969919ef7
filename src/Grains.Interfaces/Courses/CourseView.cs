namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>A course in one of its versions.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-view")]
public sealed record CourseView
{
    [Id(0)]
    public required string CourseId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    [Id(1)]
    public required int Version { get; init; }

    [Id(2)]
    public required CourseDefinition Definition { get; init; }
}
