namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>One entry in the ledger of a course.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-entry")]
public sealed record CourseEntryView
{
    [Id(0)]
    public required string LearnerId { get; init; }

    [Id(1)]
    public required long Seq { get; init; }

    [Id(2)]
    public required DateTimeOffset At { get; init; }

    /// <summary><c>earned</c>, <c>claimed</c>, <c>expired</c>, <c>reversed</c>, <c>returned</c> or <c>reinstated</c>.</summary>
    [Id(3)]
    public required string Kind { get; init; }

    [Id(4)]
    public required string CreditType { get; init; }

    [Id(5)]
    public required long AmountHundredths { get; init; }
}
