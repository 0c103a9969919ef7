using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Health;

/// <summary>When the node says that it is ready, read from the section <see cref="SectionName"/>.</summary>
public sealed class HealthOptions
{
    public const string SectionName = "Health";

    /// <summary>With more appends waiting than this the node is not ready, 1–1,000,000. The default is 5,000.</summary>
    [Range(1, 1_000_000)]
    public int BacklogMax { get; set; } = 5_000;
}

/// <summary>Checks <see cref="HealthOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class HealthOptionsValidator : IValidateOptions<HealthOptions>;
