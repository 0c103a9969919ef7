using System.ComponentModel.DataAnnotations;

namespace CmeOrleans.Grains.Certificates;

/// <summary>Settings of certificates, read from the section <see cref="SectionName"/>.</summary>
public sealed class CertificateOptions
{
    public const string SectionName = "Certificates";

    /// <summary>
    /// Where the world reaches this installation; the QR code of a certificate points to <c>/verify/…</c> below it. The
    /// default is <c>http://localhost:5000</c>; a node takes its own first address where none is given. Good for a trial
    /// only: it is printed on every paper.
    /// </summary>
    [Required, Url]
    public string PublicBaseUrl { get; set; } = "http://localhost:5000";

    /// <summary>How many certificates one node renders at the same time, and one transcript besides. The default is 1, which leaves the other processors to the ledgers.</summary>
    [Range(1, 64)]
    public int RenderingsMax { get; set; } = 1;
}
