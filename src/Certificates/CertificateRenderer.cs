using System.Diagnostics;
using CmeOrleans.Certificates.Layout;
using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;
using CmeOrleans.Certificates.Typefaces;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Grains.Certificates;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Certificates;

/// <inheritdoc cref="ICertificateRenderer"/>
internal sealed class CertificateRenderer(
    CreditTypePack creditTypes, TypefaceLibrary library, Typesetter typesetter, IOptions<CertificateOptions> options)
    : ICertificateRenderer
{
    private readonly CertificateStyle _style = new(library);

    // In points, in landscape.
    private readonly (double Width, double Height) _paper = options.Value.Paper switch
    {
        CertificatePaper.Letter => (792, 612),
        CertificatePaper.A4 => (841.89, 595.28),
        _ => throw new UnreachableException($"No size of the paper {options.Value.Paper}."),
    };

    public byte[] Render(CertificateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Render(content, evidence: null);
    }

    public byte[] RenderForBoard(CertificateContent content, BoardEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(evidence);
        evidence.RequireConsistent();
        return Render(content, evidence);
    }

    public byte[] Merge(IReadOnlyList<ReadOnlyMemory<byte>> certificates, ClaimDocumentInfo info)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(info);
        if (certificates.Count == 0)
        {
            throw new ArgumentException("A claim document holds at least one certificate.", nameof(certificates));
        }

        var description = new PdfDescription
        {
            Title = $"Certificates of {info.LearnerName}",
            Author = PdfFrontMatter.Producer,
            Subject = $"Claim {info.ClaimId}",
            CreatedOn = info.IssuedOn,
        };
        return PdfMerger.Merge(certificates, description);
    }

    private byte[] Render(CertificateContent content, BoardEvidence? evidence)
    {
        content.RequireConsistent();
        if (content.TemplateVersion != CertificateContent.TemplateVersionCurrent)
        {
            throw new NotSupportedException($"There is no certificate template of version {content.TemplateVersion}.");
        }

        var wording = new CertificateWording(content, creditTypes[content.CreditTypeCode], evidence);
        var document = new PdfDocumentBuilder();
        new CertificateComposer(document, typesetter, _style, wording, _paper).Compose();
        return document.Finish(new()
        {
            Title = wording.FileTitle,
            Author = content.Provider.Name,
            Subject = $"Certificate {content.CertificateId} of {content.LearnerName}",
            CreatedOn = content.ReissuedOn ?? content.IssuedOn,
        });
    }
}
