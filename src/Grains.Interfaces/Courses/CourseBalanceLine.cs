namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>The sums of one credit type in a course, in hundredths; issued = earned − reversed.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-balance-line")]
public sealed record CourseBalanceLine
{
    [Id(0)]
    public required string CreditType { get; init; }

    [Id(1)]
    public required long IssuedHundredths { get; init; }

    [Id(2)]
    public required long ClaimedHundredths { get; init; }

    [Id(3)]
    public required long ReversedHundredths { get; init; }

    [Id(4)]
    public required long ExpiredHundredths { get; init; }

    [Id(5)]
    public required long Learners { get; init; }
}
