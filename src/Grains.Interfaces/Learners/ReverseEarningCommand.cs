namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>Take an earning back.</summary>
[GenerateSerializer, Immutable, Alias("cme.reverse-earning-command")]
public sealed record ReverseEarningCommand
{
    [Id(0)]
    public required string Key { get; init; }

    [Id(1)]
    public required string EarningId { get; init; }

    /// <summary>1–1,000 characters.</summary>
    [Id(2)]
    public required string Reason { get; init; }

    /// <summary>When given, only an earning of a course of this provider counts as known.</summary>
    [Id(3)]
    public string? OnlyProviderId { get; init; }

    /// <summary>Whose key it is, such as <c>provider:acme</c>: keys of two tenants know nothing of each other.</summary>
    [Id(4)]
    public required string Tenant { get; init; }
}
