namespace CmeOrleans.Grains.Interfaces.ApiKeys;

/// <summary>What an API key may do.</summary>
[GenerateSerializer, Immutable, Alias("cme.api-key-grant")]
public sealed record ApiKeyGrant
{
    /// <summary><c>operator</c>, <c>provider</c>, <c>institution</c> or <c>learner</c>.</summary>
    [Id(0)]
    public required string Role { get; init; }

    /// <summary>The provider, institution or learner it is bound to; none for an operator.</summary>
    [Id(1)]
    public string? Subject { get; init; }

    /// <summary>What people call it.</summary>
    [Id(2)]
    public required string Name { get; init; }

    [Id(3)]
    public DateTimeOffset? ExpiresAt { get; init; }
}
