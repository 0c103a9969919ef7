namespace CmeOrleans.Grains.Interfaces.ApiKeys;

/// <summary>What the front door checks a presented key against.</summary>
[GenerateSerializer, Immutable, Alias("cme.api-key-credential")]
public sealed record ApiKeyCredential
{
    [Id(0)]
    public required string KeyId { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    [Id(1)]
    public required ReadOnlyMemory<byte> SecretHash { get; init; }

    [Id(2)]
    public required ApiKeyGrant Grant { get; init; }
}
