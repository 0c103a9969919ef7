namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>Which credits to list and how.</summary>
[GenerateSerializer, Immutable, Alias("cme.credit-query")]
public sealed record CreditQuery
{
    [Id(0)]
    public string? CreditType { get; init; }

    [Id(1)]
    public string? CourseId { get; init; }

    /// <summary><c>available</c>, <c>claimed</c>, <c>expired</c>, <c>reversed</c> or none.</summary>
    [Id(2)]
    public string? Status { get; init; }

    /// <summary><c>earnedAt</c>, <c>claimBy</c>, <c>amount</c> or <c>courseTitle</c>; a leading <c>-</c> turns it round. Ties are in order of the credit id.</summary>
    [Id(3)]
    public required string Sort { get; init; }

    /// <summary>At most 200.</summary>
    [Id(4)]
    public required int Limit { get; init; }

    /// <summary>Where the last page ended, as its <see cref="CreditPage.Next"/> said.</summary>
    [Id(5)]
    public string? After { get; init; }
}
