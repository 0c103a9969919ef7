using CmeOrleans.Domain;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.ApiKeys;

namespace CmeOrleans.Grains.ApiKeys;

/// <inheritdoc cref="IApiKeyGrain"/>
public sealed class ApiKeyGrain(
    [PersistentState(EntityStates.ApiKey)] IPersistentState<ApiKeyState> state,
    TimeProvider time) : Grain, IApiKeyGrain
{
    private readonly Entity<ApiKeyState> _entity = new(state, StateWatch.None);

    public async Task<ApiKeyView> CreateAsync(ApiKeyGrant grant, ReadOnlyMemory<byte> secretHash)
    {
        await _entity.WriteAsync(ifMatch: null, current =>
        {
            Invariant.Require(current is null, "The id of a new key is new.");
            return new() { Grant = grant, SecretHash = secretHash, CreatedAt = time.GetUtcNow() };
        });
        return ToView(_entity.Value!);
    }

    public async Task<ApiKeyView?> GetAsync() => await _entity.ReadAsync() is { } key ? ToView(key) : null;

    public async Task<bool> RevokeAsync()
    {
        if (await _entity.ReadAsync() is null or { RevokedAt: not null })
        {
            return false;
        }

        await _entity.WriteAsync(ifMatch: null, current => current is { RevokedAt: null } ? current with { RevokedAt = time.GetUtcNow() } : current!);
        return true;
    }

    public async Task<ApiKeyCredential?> GetCredentialAsync() =>
        await _entity.ReadAsync() is { RevokedAt: null, Grant: { } grant } key && !(grant.ExpiresAt <= time.GetUtcNow())
            ? new() { KeyId = this.GetPrimaryKeyString(), SecretHash = key.SecretHash, Grant = grant }
            : null;

    private ApiKeyView ToView(ApiKeyState key) => new()
    {
        KeyId = this.GetPrimaryKeyString(),
        Grant = key.Grant!,
        CreatedAt = key.CreatedAt,
        RevokedAt = key.RevokedAt,
    };
}
