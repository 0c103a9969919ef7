using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>Ends API keys, for the API and the pages alike.</summary>
internal static class ApiKeyRevocation
{
    /// <summary>Ends the key and records that; false if there is no such key or it has ended before.</summary>
    /// <remarks>
    /// A revocation that could not be recorded was not acknowledged, so it is repeated, and finds the key ended. The trail
    /// then says so, or else it would never tell that the key was revoked.
    /// </remarks>
    public static async Task<bool> RevokeAsync(HttpContext context, IGrainFactory grains, ApiKeyDirectory directory, AuditTrail trail, string keyId)
    {
        var grain = grains.GetGrain<IApiKeyGrain>(keyId);
        var isRevoked = await grain.RevokeAsync();
        directory.Forget(keyId);
        var result = isRevoked ? AuditTrail.Done
            : await grain.GetAsync() is null ? ProblemTypes.NotFound.Slug
            : AuditTrail.Repeated;
        await trail.RecordAsync(context, AuditActs.KeyRevoked, keyId, result);
        return isRevoked;
    }
}
