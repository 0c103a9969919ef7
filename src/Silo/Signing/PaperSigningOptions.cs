using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Signing;

/// <summary>Settings of the signatures in papers, read from the section <see cref="SectionName"/>.</summary>
public sealed class PaperSigningOptions
{
    public const string SectionName = "Certificates:Signing";

    /// <summary>
    /// The file (PKCS #12) with the X.509 certificate that signs papers, its private key (RSA from 2,048 bits, or ECDSA) and the
    /// certificates above it. When not set, papers are not signed.
    /// </summary>
    [StringLength(4096, MinimumLength = 1, ErrorMessage = "must be the path of a file.")]
    public string? CertificateFile { get; set; }

    /// <summary>The password of that file. A secret.</summary>
    public string? CertificatePassword { get; set; }
}

/// <summary>Checks <see cref="PaperSigningOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class PaperSigningOptionsValidator : IValidateOptions<PaperSigningOptions>;
