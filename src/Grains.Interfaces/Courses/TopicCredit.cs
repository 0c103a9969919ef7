namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>What a topic is worth in one credit type.</summary>
[GenerateSerializer, Immutable, Alias("cme.topic-credit")]
public sealed record TopicCredit
{
    [Id(0)]
    public required string CreditType { get; init; }

    [Id(1)]
    public required long AmountHundredths { get; init; }
}
