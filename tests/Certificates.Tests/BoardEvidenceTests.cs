using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Reporting;

namespace CmeOrleans.Certificates.Tests;

/// <summary>The copy for a board: the certificate and a diplomate id, and whom it is for.</summary>
public sealed class BoardEvidenceTests
{
    private static readonly BoardEvidence ForAbp = new(CertifyingBoard.Abp, "AB-123456");

    [Fact]
    public void Copy_says_under_the_name_what_the_certificate_never_says()
    {
        var content = CertificateSamples.Content();
        var copy = PdfTools.Text(CertificateSamples.Renderer.RenderForBoard(content, ForAbp));
        var certificate = PdfTools.Text(CertificateSamples.Renderer.Render(content));

        Assert.Contains("Ada Okafor, MD American Board of Pediatrics, diplomate number AB-123456 has participated in", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("diplomate", certificate, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Board", certificate, StringComparison.Ordinal);
        Assert.DoesNotContain("Copy", certificate, StringComparison.Ordinal);
        Assert.Equal(
            certificate,
            copy.Replace("American Board of Pediatrics, diplomate number AB-123456 ", "", StringComparison.Ordinal)
                .Replace("Copy for the American Board of Pediatrics · ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CertifyingBoard.Abp, "American Board of Pediatrics")]
    [InlineData(CertifyingBoard.Abim, "American Board of Internal Medicine")]
    public void Every_page_and_the_title_say_whom_the_copy_is_for(CertifyingBoard board, string name)
    {
        var pdf = CertificateSamples.Renderer.RenderForBoard(CertificateSamples.Content(60), new(board, "1"));

        Assert.Equal($"Certificate of Participation (copy for the {name}): Emergency Medicine 2026", PdfTools.Information(pdf)["Title"]);
        var pages = PdfTools.Pages(pdf);
        Assert.Equal(4, pages.Length);
        Assert.All(pages, page => Assert.Contains($"Copy for the {name}", page, StringComparison.Ordinal));
        Assert.Single(pages, page => page.Contains("diplomate number 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Longest_name_and_id_stay_inside_and_apart_on_one_page()
    {
        var content = CertificateSamples.Content(6) with { LearnerName = new string('W', 100) };
        var pdf = CertificateSamples.Renderer.RenderForBoard(content, new(CertifyingBoard.Abim, new string('W', 20)));

        Assert.Contains(new string('W', 20), PdfTools.Text(pdf), StringComparison.Ordinal);
        Assert.Equal(1, PdfTools.PagesCount(pdf));
        PdfLayout.RequireInFrame(pdf, 792, 612);
        PdfLayout.RequireNoOverlap(pdf);
    }

    [Theory]
    [InlineData(CertifyingBoard.None, "1")]
    [InlineData(CertifyingBoard.Abp, "")]
    [InlineData(CertifyingBoard.Abp, " ")]
    [InlineData(CertifyingBoard.Abp, "123456789012345678901")]
    public void Nothing_that_is_no_evidence_comes_into_print(CertifyingBoard board, string diplomateId) =>
        Assert.Throws<InvariantViolationException>(() => CertificateSamples.Renderer.RenderForBoard(CertificateSamples.Content(), new(board, diplomateId)));

    [Fact]
    public void Same_certificate_and_id_give_the_same_bytes() => Assert.Equal(
        CertificateSamples.Renderer.RenderForBoard(CertificateSamples.Content(), ForAbp),
        CertificateSamples.Renderer.RenderForBoard(CertificateSamples.Content(), ForAbp));
}
