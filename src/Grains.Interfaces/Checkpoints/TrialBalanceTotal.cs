namespace CmeOrleans.Grains.Interfaces.Checkpoints;

/// <summary>One course and credit type, in hundredths.</summary>
[GenerateSerializer, Immutable, Alias("cme.trial-balance-total")]
public sealed record TrialBalanceTotal
{
    [Id(0)]
    public required string CourseId { get; init; }

    [Id(1)]
    public required string CreditType { get; init; }

    /// <summary>Issued, by the rows of the learners.</summary>
    [Id(2)]
    public required long LearnersHundredths { get; init; }

    /// <summary>Issued, by the entries of the course.</summary>
    [Id(3)]
    public required long CoursesHundredths { get; init; }

    /// <summary>Zero when the two sides agree in issued, claimed and expired; else by how much they are apart.</summary>
    [Id(4)]
    public required long DifferenceHundredths { get; init; }
}
