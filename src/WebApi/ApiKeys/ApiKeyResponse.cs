using CmeOrleans.Grains.Interfaces.ApiKeys;

namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>A page of keys.</summary>
internal sealed record ApiKeysResponse(IReadOnlyList<ApiKeyResponse> Items, string? NextCursor);

/// <summary>A key without its secret.</summary>
internal sealed record ApiKeyResponse(
    string Id, string Role, string? Subject, string Name, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    public static ApiKeyResponse From(ApiKeyView key) =>
        new(key.KeyId, key.Grant.Role, key.Grant.Subject, key.Grant.Name, key.CreatedAt, key.Grant.ExpiresAt, key.RevokedAt);
}

/// <summary>A new key; its text is shown this once.</summary>
internal sealed record CreatedApiKeyResponse(
    string Id, string Key, string Role, string? Subject, string Name, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    public static CreatedApiKeyResponse From(ApiKeyView key, string text) =>
        new(key.KeyId, text, key.Grant.Role, key.Grant.Subject, key.Grant.Name, key.CreatedAt, key.Grant.ExpiresAt);
}
