using System.Threading.RateLimiting;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi;

/// <summary>How much each signed-in caller may ask. Anonymous requests are bounded by the policies of their endpoints.</summary>
internal static class CallerLimits
{
    private static readonly Caller Nobody = new(CallerRole.None, Subject: null, Name: "", KeyId: null);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static PartitionedRateLimiter<HttpContext> Create(RateLimitOptions limits) =>
        PartitionedRateLimiter.Create<HttpContext, Caller>(context => Caller.From(context.User) switch
        {
            null => RateLimitPartition.GetNoLimiter(Nobody),
            { Role: CallerRole.Learner } learner => Bucket(learner, limits.LearnerBurst, limits.LearnerPerSecond),
            { } service => Bucket(service, limits.ServicePerSecond, limits.ServicePerSecond),
        });

    // A caller is made once per credential and compared by content, so that it is its own partition.
    private static RateLimitPartition<Caller> Bucket(Caller caller, int burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = Second,
            AutoReplenishment = true,
        });
}
