namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>Make a claim void.</summary>
[GenerateSerializer, Immutable, Alias("cme.void-claim-command")]
public sealed record VoidClaimCommand
{
    [Id(0)]
    public required string Key { get; init; }

    [Id(1)]
    public required string ClaimId { get; init; }

    /// <summary>1–1,000 characters.</summary>
    [Id(2)]
    public required string Reason { get; init; }

    /// <summary>Whose key it is, such as <c>provider:acme</c>: keys of two tenants know nothing of each other.</summary>
    [Id(3)]
    public required string Tenant { get; init; }
}
