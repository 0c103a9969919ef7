using CmeOrleans.Domain;

namespace CmeOrleans.Grains.Learners;

/// <summary>Idempotency keys as rows hold them: the caller's key, a space, and the tenant that the key belongs to.</summary>
/// <remarks>
/// Several tenants write to one learner and know nothing of each other's keys, so one key of two of them is two keys.
/// Neither part holds a space; the key of a system row begins with one.
/// </remarks>
internal static class TenantKeys
{
    private const char Separator = ' ';

    public static string Join(string key, string tenant)
    {
        Invariant.Require(key.Length > 0 && !key.Contains(Separator), "A key has visible characters only.");
        Invariant.Require(tenant.Length > 0 && !tenant.Contains(Separator), "A key belongs to a tenant.");
        return $"{key}{Separator}{tenant}";
    }

    /// <summary>The key as its caller sent it; that of a system row as it is.</summary>
    public static string KeyOf(string stored) =>
        stored.IndexOf(Separator, StringComparison.Ordinal) is var end and > 0 ? stored[..end] : stored;
}
