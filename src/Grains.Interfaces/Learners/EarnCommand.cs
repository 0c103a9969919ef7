namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>A topic of a course was completed.</summary>
[GenerateSerializer, Immutable, Alias("cme.earn-command")]
public sealed record EarnCommand
{
    /// <summary>The caller's idempotency key, 1–255 visible ASCII characters.</summary>
    [Id(0)]
    public required string Key { get; init; }

    [Id(1)]
    public required string CourseId { get; init; }

    [Id(2)]
    public required string TopicId { get; init; }

    [Id(3)]
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>In the unit of the course's passing score.</summary>
    [Id(4)]
    public decimal? Score { get; init; }

    /// <summary>When given, only a course of this provider counts as known.</summary>
    [Id(5)]
    public string? OnlyProviderId { get; init; }

    /// <summary>Whose key it is, such as <c>provider:acme</c>: keys of two tenants know nothing of each other.</summary>
    [Id(6)]
    public required string Tenant { get; init; }
}
