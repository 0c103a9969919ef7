using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.ApiKeys;

/// <summary>The stored API key; its secret is not in it.</summary>
public sealed record ApiKeyState : ITaggedState
{
    public ApiKeyGrant? Grant { get; init; }

    public ReadOnlyMemory<byte> SecretHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Whose key it is, until it is revoked; none for operators.</summary>
    public string? Tag => RevokedAt is null && Grant is { Subject: { } subject } grant ? TagOf(grant.Role, subject) : null;

    public static string TagOf(string role, string subject) => $"{role}/{subject}";
}
