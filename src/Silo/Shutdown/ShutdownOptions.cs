using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Shutdown;

/// <summary>How the node stops, read from the section <see cref="SectionName"/>.</summary>
public sealed class ShutdownOptions
{
    public const string SectionName = "Shutdown";

    /// <summary>
    /// How long the node goes on serving after it says that it is not ready, so that whoever spreads the load notices,
    /// 0–300 s. The default is 1 s; behind a load balancer, more than its probe interval.
    /// </summary>
    [Range(0, 300)]
    public int DelaySeconds { get; set; } = 1;

    /// <summary>How long requests under way and the journal's queue may take after that, 1–300 s. The default is 20 s.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;
}

/// <summary>Checks <see cref="ShutdownOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class ShutdownOptionsValidator : IValidateOptions<ShutdownOptions>;
