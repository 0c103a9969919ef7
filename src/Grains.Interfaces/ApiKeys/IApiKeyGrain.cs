namespace CmeOrleans.Grains.Interfaces.ApiKeys;

/// <summary>One API key. The grain key is the key id, <c>key_…</c>.</summary>
[Alias("cme.api-key")]
public interface IApiKeyGrain : IGrainWithStringKey
{
    /// <summary>Stores the key; only the hash of its secret ever reaches a grain. Durable when the task completes.</summary>
    [Alias("create")]
    Task<ApiKeyView> CreateAsync(ApiKeyGrant grant, ReadOnlyMemory<byte> secretHash);

    [Alias("get")]
    Task<ApiKeyView?> GetAsync();

    /// <summary>Ends the key for ever; false if there is no such key or it has ended. Durable when the task completes.</summary>
    [Alias("revoke")]
    Task<bool> RevokeAsync();

    /// <summary>What to check a presented key against, read from the store; none if it is unknown, revoked or expired.</summary>
    [Alias("get-credential")]
    Task<ApiKeyCredential?> GetCredentialAsync();
}
