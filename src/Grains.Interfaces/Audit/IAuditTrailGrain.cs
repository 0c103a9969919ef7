using Orleans.Concurrency;

namespace CmeOrleans.Grains.Interfaces.Audit;

/// <summary>The audit trail: who did what besides earning and claiming. Stateless; the grain key is <see cref="Key"/>.</summary>
[Alias("cme.audit-trail")]
public interface IAuditTrailGrain : IGrainWithStringKey
{
    const string Key = "trail";

    /// <summary>Adds an entry. Durable when the task completes; until then nobody may be told that the act was done.</summary>
    [Alias("record")]
    Task RecordAsync(AuditNote note);

    /// <summary>Entries before a number, newest first.</summary>
    /// <param name="act">Only entries of this act; of all if none is given.</param>
    /// <param name="beforeNumber">Only entries before this number; from the newest if none is given.</param>
    /// <param name="limit">How many at most.</param>
    [Alias("list"), AlwaysInterleave]
    Task<AuditPage> ListAsync(string? act, long? beforeNumber, int limit);
}
