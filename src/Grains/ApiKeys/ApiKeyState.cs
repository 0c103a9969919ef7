using CmeOrleans.Grains.Interfaces.ApiKeys;

namespace CmeOrleans.Grains.ApiKeys;

/// <summary>The stored API key; its secret is not in it.</summary>
public sealed record ApiKeyState
{
    public ApiKeyGrant? Grant { get; init; }

    public ReadOnlyMemory<byte> SecretHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
