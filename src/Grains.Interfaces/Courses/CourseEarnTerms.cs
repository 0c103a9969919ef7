namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>What a course says about completing one of its topics.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-earn-terms")]
public sealed record CourseEarnTerms
{
    [Id(0)]
    public required int Version { get; init; }

    [Id(1)]
    public required string Title { get; init; }

    [Id(2)]
    public required string ProviderId { get; init; }

    /// <summary>The provider's time zone, an IANA name.</summary>
    [Id(3)]
    public required string TimeZone { get; init; }

    [Id(4)]
    public required DateOnly StartsOn { get; init; }

    [Id(5)]
    public required DateOnly EndsOn { get; init; }

    [Id(6)]
    public required int ClaimWindowMonths { get; init; }

    [Id(7)]
    public decimal? PassingScore { get; init; }

    [Id(8)]
    public int? RepeatAfterMonths { get; init; }

    /// <summary>None if the course has no such topic.</summary>
    [Id(9)]
    public CourseTopicTerms? Topic { get; init; }
}
