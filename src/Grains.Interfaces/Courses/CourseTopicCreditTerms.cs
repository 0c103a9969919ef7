namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>What a topic is worth in one credit type, and how that can be claimed.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-topic-credit-terms")]
public sealed record CourseTopicCreditTerms
{
    [Id(0)]
    public required string CreditType { get; init; }

    [Id(1)]
    public required long AmountHundredths { get; init; }

    [Id(2)]
    public DateOnly? ClaimBy { get; init; }

    [Id(3)]
    public string? ExclusiveGroup { get; init; }
}
