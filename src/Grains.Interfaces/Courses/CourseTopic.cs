using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>A topic of a course and what it is worth.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-topic")]
public sealed record CourseTopic
{
    [Id(0)]
    public required string TopicId { get; init; }

    [Id(1)]
    public required string Title { get; init; }

    [Id(2)]
    public ImmutableArray<string> Tags { get; init; } = [];

    [Id(3)]
    public ImmutableArray<TopicCredit> Credits { get; init; } = [];
}
