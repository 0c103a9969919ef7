using System.Security.Claims;
using System.Security.Cryptography;
using CmeOrleans.Grains.Interfaces.ApiKeys;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Tells whose key is shown. What the store says is remembered for a short time, so that most requests ask nobody.</summary>
/// <remarks>
/// A revocation holds on this node at once and on others within <see cref="Freshness"/>. When the store does not answer
/// and nothing fresh is known, nobody is let in: the exception passes and the caller gets 503. Keys known and ids unknown
/// are kept apart, so that a flood of made-up ids cannot push out what is in use.
/// </remarks>
internal sealed class ApiKeyDirectory(IGrainFactory grains, IBootstrapKey bootstrapKey, TimeProvider time)
{
    /// <summary>How old an answer of the store may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(20);

    private const int KnownMax = 20_000;
    private const int UnknownMax = 20_000;

    private static readonly ClaimsPrincipal BootstrapOperator =
        new(new CallerIdentity(new(CallerRole.Operator, null, "bootstrap", null), AuthSchemes.ApiKey));

    // A hash of the hash, so that another key in the configuration ends the sessions of the one before.
    private string? BootstrapMark => bootstrapKey.Hash is { } hash ? Convert.ToHexString(SHA256.HashData(hash.Span)) : null;

    private readonly BoundedCache<string, Entry> _known = new(KnownMax);
    private readonly BoundedCache<string, Entry> _unknown = new(UnknownMax);

    /// <summary>Who shows this key, or nobody.</summary>
    public async ValueTask<ClaimsPrincipal?> FindAsync(string token)
    {
        // First, because it must open the door also while the store does not answer.
        if (bootstrapKey.Hash is { } hash && CryptographicOperations.FixedTimeEquals(hash.Span, ApiKeyText.HashOf(token)))
        {
            return BootstrapOperator;
        }

        return ApiKeyText.TryParse(token, out var keyId, out var secretHash)
            && await EntryOfAsync(keyId) is { Principal: { } principal } entry
            && CryptographicOperations.FixedTimeEquals(entry.SecretHash.Span, secretHash)
            && (entry.ExpiresAt is null || time.GetUtcNow() < entry.ExpiresAt)
            ? principal
            : null;
    }

    /// <summary>What a session keeps of a key that was shown: enough to ask later whether it still holds, and useless as a key.</summary>
    /// <param name="caller">As <see cref="FindAsync"/> found it.</param>
    public string MarkOf(Caller caller) =>
        caller.KeyId ?? BootstrapMark ?? throw new InvalidOperationException("A caller with a key has one that is stored, or the bootstrap key.");

    /// <summary>Whose key has this mark, or nobody once the key is revoked, has ended or is no longer configured.</summary>
    public async ValueTask<Caller?> FindByMarkAsync(string mark)
    {
        if (mark == BootstrapMark)
        {
            return Caller.From(BootstrapOperator);
        }

        return Ids.MayBeServerMade(mark)
            && await EntryOfAsync(mark) is { Principal: { } principal } entry
            && (entry.ExpiresAt is null || time.GetUtcNow() < entry.ExpiresAt)
            ? Caller.From(principal)
            : null;
    }

    /// <summary>Holds from now on, on this node: the key is not valid.</summary>
    public void Forget(string keyId)
    {
        if (_known.TryGet(keyId, out var entry))
        {
            _known.Remove(keyId, entry);
        }

        _unknown.Set(keyId, new Entry(time.GetTimestamp()));
    }

    private async ValueTask<Entry> EntryOfAsync(string keyId)
    {
        // Unknown ids come first: a key that was just revoked here may still be read as known by a request under way.
        if (_unknown.TryGet(keyId, out var unknown) && IsFresh(unknown))
        {
            return unknown;
        }

        if (_known.TryGet(keyId, out var known) && IsFresh(known))
        {
            return known;
        }

        // The age counts from before the question: the store may answer as of then.
        var askedAt = time.GetTimestamp();
        var credential = await grains.GetGrain<IApiKeyGrain>(keyId).GetCredentialAsync();
        var entry = credential is null ? new Entry(askedAt) : Entry.Of(credential, askedAt);
        (entry.Principal is null ? _unknown : _known).Set(keyId, entry);
        return entry;
    }

    private bool IsFresh(Entry entry) => time.GetElapsedTime(entry.ReadAt) < Freshness;

    private sealed record Entry(long ReadAt)
    {
        public ClaimsPrincipal? Principal { get; private init; }

        public ReadOnlyMemory<byte> SecretHash { get; private init; }

        public DateTimeOffset? ExpiresAt { get; private init; }

        public static Entry Of(ApiKeyCredential credential, long readAt)
        {
            var grant = credential.Grant;
            var caller = Caller.Create(grant.Role, grant.Subject, grant.Name, credential.KeyId);
            return new(readAt)
            {
                Principal = caller is null ? null : new(new CallerIdentity(caller, AuthSchemes.ApiKey)),
                SecretHash = credential.SecretHash,
                ExpiresAt = grant.ExpiresAt,
            };
        }
    }
}
