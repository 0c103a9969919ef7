using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Secrets;

/// <summary>The node's secrets, read from the section <see cref="SectionName"/>. None of them is ever logged or shown.</summary>
public sealed class SecurityOptions
{
    public const string SectionName = "Security";

    /// <summary>
    /// The key under which the keys of personal data are wrapped: 32 bytes in base64. When not set, one is generated once
    /// into <c>keys/master.key</c> of the data folder. All nodes of one database need the same.
    /// </summary>
    public string? MasterKey { get; set; }

    /// <summary>
    /// A key that is accepted as an operator's while it is configured, 8–255 visible ASCII characters. When not set and
    /// there is no API key yet, one is generated and printed once.
    /// </summary>
    [RegularExpression("^[!-~]{8,255}$", ErrorMessage = "must have 8 to 255 visible ASCII characters.")]
    public string? BootstrapKey { get; set; }
}

/// <summary>Checks <see cref="SecurityOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class SecurityOptionsValidator : IValidateOptions<SecurityOptions>;
