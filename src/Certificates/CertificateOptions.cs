using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Certificates;

/// <summary>Settings of the certificates' form, read from the section <see cref="SectionName"/>.</summary>
public sealed class CertificateOptions
{
    public const string SectionName = "Certificates";

    /// <summary>The paper. The default is US Letter.</summary>
    [EnumDataType(typeof(CertificatePaper))]
    public CertificatePaper Paper { get; set; } = CertificatePaper.Letter;
}

/// <summary>Checks <see cref="CertificateOptions"/> when the host starts, so that a bad setting stops it at once.</summary>
[OptionsValidator]
internal sealed partial class CertificateOptionsValidator : IValidateOptions<CertificateOptions>;
