using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi;

/// <summary>Settings of rate limits, read from the section <see cref="SectionName"/>.</summary>
public sealed class RateLimitOptions
{
    public const string SectionName = "RateLimits";

    /// <summary>How many verifications an address may ask for at once. The default is 60.</summary>
    [Range(1, 1_000_000)]
    public int VerificationBurst { get; set; } = 60;

    /// <summary>How many more it may ask for per second. The default is 5.</summary>
    [Range(1, 1_000_000)]
    public int VerificationsPerSecond { get; set; } = 5;

    /// <summary>How many forms of signing in, registering and new passwords an address may send at once; many people may share one. The default is 60.</summary>
    [Range(1, 1_000_000)]
    public int SignInBurst { get; set; } = 60;

    /// <summary>How many more it may send per second. The default is 2.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerSecond { get; set; } = 2;

    /// <summary>How many requests for support an address may send at once. The default is 10.</summary>
    [Range(1, 1_000_000)]
    public int SupportBurst { get; set; } = 10;

    /// <summary>How many more it may send per hour. The default is 30.</summary>
    [Range(1, 1_000_000)]
    public int SupportPerHour { get; set; } = 30;

    /// <summary>How many requests a learner's credential may send at once. The default is 200.</summary>
    [Range(1, 1_000_000)]
    public int LearnerBurst { get; set; } = 200;

    /// <summary>How many more it may send per second. The default is 50.</summary>
    [Range(1, 1_000_000)]
    public int LearnerPerSecond { get; set; } = 50;

    /// <summary>How many requests the credential of an operator, provider or institution may send per second, at once or spread. The default is 50,000.</summary>
    [Range(1, 1_000_000)]
    public int ServicePerSecond { get; set; } = 50_000;
}

/// <summary>Checks <see cref="RateLimitOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>;
