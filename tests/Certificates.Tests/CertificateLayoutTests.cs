using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Certificates.Layout;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;

namespace CmeOrleans.Certificates.Tests;

/// <summary>Where things stand: on one page while they fit, on further pages otherwise, and never over each other.</summary>
public sealed class CertificateLayoutTests
{
    private const double FooterTop = 612 - 148;

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(12)]
    public void Few_topics_stand_on_the_face(int topicsCount)
    {
        var content = CertificateSamples.Content(topicsCount);
        var pdf = CertificateSamples.Renderer.Render(content);

        Assert.Equal(1, PdfTools.PagesCount(pdf));
        Assert.All(content.Topics, topic => Assert.Contains(topic.Title, PdfTools.Text(pdf), StringComparison.Ordinal));
        PdfLayout.RequireInFrame(pdf, 792, 612);
    }

    /// <summary>Goal: no count of topics is lost between the two arrangements. Method: all counts around the bound.</summary>
    [Fact]
    public void There_is_one_bound_from_which_on_topics_go_to_further_pages()
    {
        var pagesCounts = Enumerable.Range(10, 21).Select(count => PdfTools.PagesCount(CertificateSamples.Renderer.Render(CertificateSamples.Content(count)))).ToArray();

        Assert.Equal(1, pagesCounts[0]);
        Assert.NotEqual(1, pagesCounts[^1]);
        Assert.Equal(pagesCounts.Order(), pagesCounts);
    }

    [Fact]
    public void Sixty_topics_run_over_pages_with_the_same_head_and_add_up()
    {
        var content = CertificateSamples.Content(60);
        var pages = PdfTools.Pages(CertificateSamples.Renderer.Render(content));

        Assert.Equal(4, pages.Length);
        Assert.Contains("The 60 topics completed are listed on the following pages.", pages[0], StringComparison.Ordinal);
        for (var number = 1; number <= pages.Length; number++)
        {
            Assert.Contains($"Page {number} of 4", pages[number - 1], StringComparison.Ordinal);
            Assert.Contains("Certificate of Participation", pages[number - 1], StringComparison.Ordinal);
            Assert.Contains("Ada Okafor", pages[number - 1], StringComparison.Ordinal);
            Assert.Contains("Emergency Medicine 2026", pages[number - 1], StringComparison.Ordinal);
            Assert.Contains(content.CertificateId, pages[number - 1], StringComparison.Ordinal);
        }

        var lines = pages.Skip(1).SelectMany(page => page.Split('\n')).Where(line => line.TrimStart().StartsWith("Topic number", StringComparison.Ordinal)).ToArray();
        var amounts = lines.Select(line => decimal.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(60, lines.Length);
        Assert.Equal(content.AmountClaimed.ToString(), amounts.Sum().ToString("0.00", CultureInfo.InvariantCulture));
        Assert.Single(pages, page => page.Contains("Total", StringComparison.Ordinal));
        Assert.Contains($"{content.AmountClaimed}", pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Most_topics_allowed_are_all_listed_and_one_more_is_refused()
    {
        var content = CertificateSamples.Content(CertificateContent.TopicsMax);

        Assert.Contains($"Topic number {CertificateContent.TopicsMax}", PdfTools.Text(CertificateSamples.Renderer.Render(content)), StringComparison.Ordinal);
        Assert.Throws<InvariantViolationException>(() => CertificateSamples.Renderer.Render(CertificateSamples.Content(CertificateContent.TopicsMax + 1)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(1_500)]
    public void Titles_and_statements_of_any_length_are_printed_whole_and_inside(int length)
    {
        var words = string.Join(' ', Enumerable.Range(1, length / 6).Select(number => $"w{number}"));
        var content = CertificateSamples.Content() with
        {
            CourseTitle = "Title " + words,
            Provider = CertificateSamples.Content().Provider with { AccreditationStatement = "Statement " + words },
        };

        var pdf = CertificateSamples.Renderer.Render(content);

        Assert.Contains("Title " + words, PdfTools.Text(pdf), StringComparison.Ordinal);
        Assert.Contains("Statement " + words, PdfTools.Text(pdf), StringComparison.Ordinal);
        PdfLayout.RequireInFrame(pdf, 792, 612);
        PdfLayout.RequireNoOverlap(pdf);
    }

    [Fact]
    public void Long_topic_titles_wrap_without_touching_date_or_amount()
    {
        var title = string.Join(' ', Enumerable.Repeat("Recognition and early management of uncommon emergencies", 4));
        ImmutableArray<CertificateTopic> topics = [.. Enumerable.Range(1, 9).Select(number => CertificateSamples.Topic(number) with { Title = title })];

        PdfLayout.RequireNoOverlap(CertificateSamples.Renderer.Render(CertificateSamples.WithTopics(CertificateSamples.Content(), topics)));
        PdfLayout.RequireNoOverlap(CertificateSamples.Renderer.Render(CertificateSamples.WithTopics(CertificateSamples.Content(), topics[..3])));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(60)]
    public void Nothing_on_the_face_reaches_into_the_seal_or_over_other_words(int topicsCount)
    {
        var pdf = CertificateSamples.Renderer.Render(CertificateSamples.Content(topicsCount));

        PdfLayout.RequireNoOverlap(pdf);
        var aroundSeal = PdfTools.Words(pdf)[0].Where(word => word.Right > 396 - Seal.Radius && word.Left < 396 + Seal.Radius && word.Bottom < 570);
        Assert.All(aroundSeal, word => Assert.InRange(word.Bottom, 0, FooterTop + 4));
    }

    [Fact]
    public void A4_is_set_within_its_own_frame()
    {
        var pdf = CertificateSamples.RendererOn(CertificatePaper.A4).Render(CertificateSamples.Content(8));

        Assert.StartsWith("841.89 x 595.28 pts", PdfTools.Information(pdf)["Page size"], StringComparison.Ordinal);
        Assert.Equal(1, PdfTools.PagesCount(pdf));
        PdfLayout.RequireInFrame(pdf, 841.89, 595.28);
        PdfLayout.RequireNoOverlap(pdf);
    }

    [Fact]
    public void Letter_in_landscape_is_the_default()
    {
        Assert.Equal(CertificatePaper.Letter, new CertificateOptions().Paper);
        Assert.StartsWith("792 x 612 pts", PdfTools.Information(CertificateSamples.Renderer.Render(CertificateSamples.Content()))["Page size"], StringComparison.Ordinal);
    }

    /// <summary>Goal: a phone finds the address. Method: the page as pixels, compared with the code module by module.</summary>
    [Fact]
    public void Qr_code_on_the_page_is_that_of_the_verification_address()
    {
        const int dotsPerInch = 288;
        const double scale = dotsPerInch / 72.0;

        var content = CertificateSamples.Content();
        var code = new QrCode(content.VerificationUrl, 76);
        var modules = QrCode.Modules(content.VerificationUrl);
        var (width, height, pixels) = PdfTools.Picture(CertificateSamples.Renderer.Render(content), dotsPerInch);

        Assert.Equal((792 * 4, 612 * 4), (width, height));
        var module = code.Size / modules.Length;
        var (left, top) = (720 + code.QuietZone - code.Size, 612 - 98 - (code.Size / 2));
        for (var row = 0; row < modules.Length; row++)
        {
            for (var column = 0; column < modules.Length; column++)
            {
                var x = (int)((left + ((column + 0.5) * module)) * scale);
                var y = (int)((top + ((row + 0.5) * module)) * scale);
                Assert.Equal(modules[row][column], pixels[(y * width) + x] < 128);
            }
        }
    }
}
