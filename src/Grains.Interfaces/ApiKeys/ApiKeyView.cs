namespace CmeOrleans.Grains.Interfaces.ApiKeys;

/// <summary>An API key without its secret.</summary>
[GenerateSerializer, Immutable, Alias("cme.api-key-view")]
public sealed record ApiKeyView
{
    [Id(0)]
    public required string KeyId { get; init; }

    [Id(1)]
    public required ApiKeyGrant Grant { get; init; }

    [Id(2)]
    public required DateTimeOffset CreatedAt { get; init; }

    [Id(3)]
    public DateTimeOffset? RevokedAt { get; init; }
}
