namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>A credit type that the course is designated for.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-offering")]
public sealed record CourseOffering
{
    [Id(0)]
    public required string CreditType { get; init; }

    /// <summary>The designated maximum.</summary>
    [Id(1)]
    public required long MaximumHundredths { get; init; }

    /// <summary>The last date on which this type can be claimed, if earlier than the course's window says.</summary>
    [Id(2)]
    public DateOnly? ClaimBy { get; init; }

    /// <summary>Offerings with the same group exclude each other.</summary>
    [Id(3)]
    public string? ExclusiveGroup { get; init; }
}
