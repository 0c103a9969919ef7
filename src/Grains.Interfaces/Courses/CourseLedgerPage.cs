using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>Entries of a course, oldest first.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-ledger-page")]
public sealed record CourseLedgerPage
{
    [Id(0)]
    public ImmutableArray<CourseEntryView> Items { get; init; } = [];

    [Id(1)]
    public CourseLedgerPosition? Next { get; init; }
}
