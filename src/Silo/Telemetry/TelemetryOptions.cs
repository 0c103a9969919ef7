using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Telemetry;

/// <summary>Where traces and metrics go, read from the section <see cref="SectionName"/>.</summary>
public sealed class TelemetryOptions
{
    public const string SectionName = "Telemetry";

    /// <summary>
    /// Base address of an OTLP collector that takes HTTP with protobuf, such as <c>http://collector:4318</c>. When not
    /// set, the standard variables such as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> decide; without those nothing is sent.
    /// </summary>
    [Url(ErrorMessage = "must be an absolute http or https address.")]
    public string? OtlpEndpoint { get; set; }

    /// <summary>The name under which the node reports. The default is <c>cme-orleans</c>.</summary>
    [Required]
    [StringLength(100, MinimumLength = 1)]
    public string ServiceName { get; set; } = "cme-orleans";
}

/// <summary>Checks <see cref="TelemetryOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
