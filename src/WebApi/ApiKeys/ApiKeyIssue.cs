using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>Issues API keys, for the API and the pages alike.</summary>
internal static class ApiKeyIssue
{
    /// <summary>Makes a key. Its text is here for the last time; nobody else gets it.</summary>
    public static async Task<(ApiKeyView Key, string Text)> IssueAsync(
        HttpContext context, IGrainFactory grains, AuditTrail trail, ApiKeyGrant grant, DateTimeOffset now)
    {
        var (keyId, text, secretHash) = ApiKeyText.Create(now);
        var key = await grains.GetGrain<IApiKeyGrain>(keyId).CreateAsync(grant, secretHash);

        // A key whose making could not be recorded is shown to nobody, and so is good for nothing.
        await trail.RecordAsync(context, AuditActs.KeyIssued, keyId);
        return (key, text);
    }
}
