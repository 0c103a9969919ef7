using System.Text.Json;
using CmeOrleans.Grains.Interfaces.Support;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Support;

/// <summary>Seals a request for support under a data key of its own.</summary>
internal static class SupportSeal
{
    // No learner id holds a slash, so the key of a request is never taken for a learner's.
    private const string OwnerPrefix = "support/";

    public static string KeyOf(string scope, string key) => GrainKeys.Join(scope, key);

    public static StoredSupportRequest Seal(IPersonalDataKeyring keyring, SupportRequest request)
    {
        var requestKey = KeyOf(request.Scope, request.Key);
        var wrappedKey = keyring.CreateWrappedKey(OwnerPrefix + requestKey);
        var sealedBytes = keyring.Seal(wrappedKey, OwnerPrefix + requestKey, JsonSerializer.SerializeToUtf8Bytes(request));
        return new(requestKey, wrappedKey, sealedBytes);
    }

    /// <exception cref="SealBrokenException">The stored request is not what <see cref="Seal"/> made.</exception>
    public static SupportRequest Open(IPersonalDataKeyring keyring, StoredSupportRequest stored)
    {
        var clear = keyring.Open(stored.WrappedKey.Span, OwnerPrefix + stored.RequestKey, stored.Sealed.Span);
        return JsonSerializer.Deserialize<SupportRequest>(clear) ?? throw new SealBrokenException("A sealed request is not a request.");
    }
}
