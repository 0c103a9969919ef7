using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Settings;

/// <summary>Settings of the node as a whole, read from the root of the configuration.</summary>
public sealed class NodeOptions
{
    public const string SectionName = "";

    /// <summary>
    /// Where the node keeps what must not lie in the database: its keys and the newest checkpoint it knows. Relative to
    /// the current directory; made when absent. The default is <c>data</c>.
    /// </summary>
    [Required]
    public string DataFolder { get; set; } = "data";
}

/// <summary>Checks <see cref="NodeOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class NodeOptionsValidator : IValidateOptions<NodeOptions>;
