namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>A paid period in which credits may be claimed.</summary>
[GenerateSerializer, Immutable, Alias("cme.membership")]
public sealed record Membership
{
    /// <summary><c>premium</c>.</summary>
    [Id(0)]
    public required string Plan { get; init; }

    [Id(1)]
    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day, included.</summary>
    [Id(2)]
    public required DateOnly EndsOn { get; init; }
}
