using System.Net;
using System.Threading.RateLimiting;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi;

/// <summary>Registers the rate limits that endpoints name.</summary>
internal static class RateLimits
{
    public static IServiceCollection AddFrontDoorRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidator>();
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>(static (limiter, limits) =>
        {
            limiter.OnRejected = static (rejected, _) => new(AnswerAsync(rejected));
            limiter.GlobalLimiter = CallerLimits.Create(limits.Value);
            limiter.AddPolicy(
                RateLimitPolicies.Verification, context => PerNetwork(context, limits.Value.VerificationBurst, limits.Value.VerificationsPerSecond));
            limiter.AddPolicy(RateLimitPolicies.SignIn, context => PerNetwork(context, limits.Value.SignInBurst, limits.Value.SignInsPerSecond));
            limiter.AddPolicy(RateLimitPolicies.Support, context => RateLimitPartition.GetTokenBucketLimiter(
                ClientNetwork.Of(context),
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limits.Value.SupportBurst,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = TimeSpan.FromHours(1) / limits.Value.SupportPerHour,
                    AutoReplenishment = true,
                }));
        });
        return services;
    }

    private static RateLimitPartition<IPAddress> PerNetwork(HttpContext context, int burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(ClientNetwork.Of(context), _ => new()
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        });

    private static Task AnswerAsync(OnRejectedContext rejected)
    {
        var retryAfter = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        return ProblemWriter.WriteAsync(rejected.HttpContext, new(ProblemTypes.RateLimited, ProblemTypes.RateLimited.Explanation)
        {
            RetryAfterSeconds = Math.Max(1, (int)Math.Ceiling(retryAfter.TotalSeconds)),
        });
    }
}
