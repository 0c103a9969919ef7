using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>A course: what it is, what may be earned with it and until when that can be claimed.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-definition")]
public sealed record CourseDefinition
{
    [Id(0)]
    public required string ProviderId { get; init; }

    [Id(1)]
    public required string Title { get; init; }

    /// <summary>API name of the format, such as <c>enduring</c>.</summary>
    [Id(2)]
    public required string Format { get; init; }

    [Id(3)]
    public string? Location { get; init; }

    [Id(4)]
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day on which a topic can be completed.</summary>
    [Id(5)]
    public required DateOnly EndsOn { get; init; }

    /// <summary>1–120; 36 when not given.</summary>
    [Id(6)]
    public int? ClaimWindowMonths { get; init; }

    [Id(7)]
    public decimal? PassingScore { get; init; }

    /// <summary>After so many months a topic can be earned again; never when not given.</summary>
    [Id(8)]
    public int? RepeatAfterMonths { get; init; }

    /// <summary>The nine digits under which the activity is registered.</summary>
    [Id(9)]
    public string? ParsActivityId { get; init; }

    [Id(10)]
    public ImmutableArray<CourseOffering> Offerings { get; init; } = [];

    [Id(11)]
    public ImmutableArray<CourseTopic> Topics { get; init; } = [];
}
