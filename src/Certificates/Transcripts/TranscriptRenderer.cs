using System.Diagnostics;
using CmeOrleans.Certificates.Layout;
using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;
using CmeOrleans.Certificates.Typefaces;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Transcripts;
using CmeOrleans.Grains.Transcripts;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Certificates.Transcripts;

/// <inheritdoc cref="ITranscriptRenderer"/>
internal sealed class TranscriptRenderer(CreditTypePack creditTypes, TypefaceLibrary library, Typesetter typesetter, IOptions<CertificateOptions> options)
    : ITranscriptRenderer
{
    private readonly CertificateStyle _style = new(library);

    // In points, upright.
    private readonly (double Width, double Height) _paper = options.Value.Paper switch
    {
        CertificatePaper.Letter => (612, 792),
        CertificatePaper.A4 => (595.28, 841.89),
        _ => throw new UnreachableException($"No size of the paper {options.Value.Paper}."),
    };

    public byte[] Render(TranscriptContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.RequireConsistent();

        var wording = new TranscriptWording(content, creditTypes);
        var document = new PdfDocumentBuilder();
        new TranscriptComposer(document, typesetter, _style, wording, _paper).Compose();
        return document.Finish(new()
        {
            Title = $"{TranscriptWording.Title}: {content.LearnerName}",
            Author = PdfFrontMatter.Producer,
            Subject = $"{wording.Period}. {wording.Origin}",
            CreatedOn = content.MadeOn,
        });
    }
}
