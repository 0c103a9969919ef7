namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>Which claims to list and how.</summary>
[GenerateSerializer, Immutable, Alias("cme.claim-query")]
public sealed record ClaimQuery
{
    [Id(0)]
    public string? CreditType { get; init; }

    /// <summary>The year earned.</summary>
    [Id(1)]
    public int? Year { get; init; }

    /// <summary><c>claimedAt</c>, <c>earnedYear</c>, <c>credits</c> or <c>creditType</c>; a leading <c>-</c> turns it round.</summary>
    [Id(2)]
    public required string Sort { get; init; }

    /// <summary>At most 200.</summary>
    [Id(3)]
    public required int Limit { get; init; }

    [Id(4)]
    public string? After { get; init; }
}
