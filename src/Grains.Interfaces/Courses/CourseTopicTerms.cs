using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>A topic and what it is worth.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-topic-terms")]
public sealed record CourseTopicTerms
{
    [Id(0)]
    public required string TopicId { get; init; }

    [Id(1)]
    public required string Title { get; init; }

    [Id(2)]
    public ImmutableArray<CourseTopicCreditTerms> Credits { get; init; } = [];
}
