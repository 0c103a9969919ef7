namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A node that takes few requests of a caller, and of each role another number.</summary>
public sealed class SlowedNode : TestNode
{
    public const int VerificationBurst = 4;
    public const int LearnerBurst = 6;
    public const int ServicePerSecond = 20;

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["RateLimits:VerificationBurst"] = $"{VerificationBurst}",
        ["RateLimits:VerificationsPerSecond"] = "1",
        ["RateLimits:LearnerBurst"] = $"{LearnerBurst}",
        ["RateLimits:LearnerPerSecond"] = "1",
        ["RateLimits:ServicePerSecond"] = $"{ServicePerSecond}",
    };
}
