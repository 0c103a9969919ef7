using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Checkpoints;

/// <summary>Settings of signed checkpoints, read from the section <see cref="SectionName"/>.</summary>
public sealed class CheckpointOptions
{
    public const string SectionName = "Checkpoints";

    /// <summary>
    /// The file of the signing key, ECDSA P-256, PKCS #8 in PEM. When not set, a key is generated once into
    /// <c>keys/checkpoint-signing.pem</c> of the data folder. A file that is named here must exist.
    /// </summary>
    [StringLength(4096, MinimumLength = 1, ErrorMessage = "must be the path of a file.")]
    public string? SigningKeyFile { get; set; }

    /// <summary>How often the node compares the store with the newest checkpoint it knows, 1–3,600 s. The default is 30 s.</summary>
    [Range(1, 3_600)]
    public int CompareEverySeconds { get; set; } = 30;
}

/// <summary>Checks <see cref="CheckpointOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class CheckpointOptionsValidator : IValidateOptions<CheckpointOptions>;
