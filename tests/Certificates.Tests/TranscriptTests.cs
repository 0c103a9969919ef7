using System.Globalization;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;

namespace CmeOrleans.Certificates.Tests;

/// <summary>The transcript as a board gets it: whole, added up, numbered, and the same bytes each time.</summary>
public sealed class TranscriptTests
{
    [Fact]
    public void First_page_says_whose_it_is_from_when_and_what_it_sums_up_to()
    {
        var content = TranscriptSamples.Content() with { From = new(2026, 1, 1), To = new(2026, 3, 31) };

        var text = PdfTools.Text(TranscriptSamples.Renderer.Render(content));

        Assert.Contains("Transcript of Continuing Education Ada Okafor, MD, FACEP Completed January 1, 2026 to March 31, 2026 Made November 22, 2026 from ledger entry 42", text, StringComparison.Ordinal);
        Assert.Contains("ABP MOC Part 2 3 2.25", text, StringComparison.Ordinal);
        Assert.Contains("AMA PRA Category 1 9 8.25", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, CertificatePaper.Letter)]
    [InlineData(true, CertificatePaper.Letter)]
    [InlineData(true, CertificatePaper.A4)]
    public void Hundreds_of_topics_run_over_numbered_pages_with_the_same_head(bool isByCourse, CertificatePaper paper)
    {
        const int topicsCount = 300;
        var content = TranscriptSamples.Content(topicsCount) with { IsByCourse = isByCourse };

        var pdf = TranscriptSamples.RendererOn(paper).Render(content);

        var pages = PdfTools.Pages(pdf);
        Assert.InRange(pages.Length, 8, 30);
        for (var number = 1; number <= pages.Length; number++)
        {
            Assert.Contains($"Page {number} of {pages.Length}", pages[number - 1], StringComparison.Ordinal);
            Assert.Contains("Ada Okafor", pages[number - 1], StringComparison.Ordinal);
            Assert.Contains("Transcript of Continuing Education", pages[number - 1], StringComparison.Ordinal);
            Assert.Contains("CLAIMED", pages[number - 1], StringComparison.Ordinal);
        }

        var text = PdfTools.Text(pdf);
        Assert.All(content.Topics, topic => Assert.Contains($"{topic.Title} ", text, StringComparison.Ordinal));
        RequireInMargins(pdf);
    }

    /// <summary>Goal: running totals can be followed by hand. Method: the figures as they stand on paper, summed again.</summary>
    [Fact]
    public void Running_totals_add_up_row_by_row_to_the_total()
    {
        var rows = string.Join('\n', PdfTools.Pages(TranscriptSamples.Renderer.Render(TranscriptSamples.Content(60))))
            .Split('\n').Where(line => line.Contains("Topic number", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2..].Select(figure => decimal.Parse(figure, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();

        Assert.Equal(60, rows.Length);
        var sum = 0m;
        foreach (var row in rows)
        {
            // The second type begins anew.
            sum = row[1] == row[0] ? row[0] : sum + row[0];
            Assert.Equal(sum, row[1]);
        }
    }

    [Fact]
    public void Attendance_is_not_added_to_credit()
    {
        var content = TranscriptSamples.Content(3);
        content = content with { Topics = content.Topics.SetItem(0, content.Topics[0] with { Kind = CertificateKind.Attendance }) };

        var text = PdfTools.Text(TranscriptSamples.Renderer.Render(content));

        Assert.Contains("AMA PRA Category 1 2 1.75", text, StringComparison.Ordinal);
        Assert.Contains("AMA PRA Category 1 (attendance) 1 0.50", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificates_are_listed_once_with_their_codes()
    {
        var content = TranscriptSamples.Content(60);

        var text = PdfTools.Text(TranscriptSamples.Renderer.Render(content));

        Assert.Contains("open its code at https://credits.example.org/verify/", text, StringComparison.Ordinal);
        Assert.All(content.Topics.Select(topic => topic.Code).Distinct(), code => Assert.Equal(2, text.Split(code).Length));
    }

    [Fact]
    public void Nothing_claimed_is_said_in_words()
    {
        var text = PdfTools.Text(TranscriptSamples.Renderer.Render(TranscriptSamples.Content(0)));

        Assert.Contains("Nothing that was claimed was completed in this period.", text, StringComparison.Ordinal);
        Assert.Contains("Page 1 of 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_content_gives_the_same_bytes_in_every_culture()
    {
        var content = TranscriptSamples.Content(80);
        var expected = TranscriptSamples.Renderer.Render(content);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in (string[])["de-DE", "ar-SA", "tr-TR", "th-TH"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(expected, TranscriptSamples.RendererOn(CertificatePaper.Letter).Render(content));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void File_is_tagged_and_its_tables_read_in_order()
    {
        var pdf = TranscriptSamples.Renderer.Render(TranscriptSamples.Content(60));

        Assert.Equal("Transcript of Continuing Education: Ada Okafor", PdfTools.Information(pdf)["Title"]);
        Assert.Equal("yes", PdfTools.Information(pdf)["Tagged"]);
        var structure = PdfTools.Structure(pdf);
        var position = 0;
        foreach (var part in (string[])["H1", "Ada Okafor", "H2", "Totals", "Table", "TH", "H2", "Topic number 4", "Total", "H2", "Topic number 1:", "Certificates", "3QWER"])
        {
            position = structure.IndexOf(part, position, StringComparison.Ordinal);
            Assert.True(position >= 0, $"{part} has its place in the reading order.");
        }

        Assert.Equal(2, structure.Split("Ada Okafor").Length);
    }

    [Fact]
    public void Long_names_and_titles_stay_on_the_paper()
    {
        var longWords = string.Join(' ', Enumerable.Repeat("Multidisciplinary", 12));
        var content = TranscriptSamples.Content(3);
        content = content with
        {
            LearnerName = new string('M', 100),
            Topics = [.. content.Topics.Select(topic => topic with { Title = longWords, CourseTitle = new string('W', 200) })],
        };

        RequireInMargins(TranscriptSamples.Renderer.Render(content));
        RequireInMargins(TranscriptSamples.Renderer.Render(content with { IsByCourse = true }));
    }

    [Fact]
    public void A_topic_outside_of_the_period_is_a_contradiction() =>
        Assert.Throws<InvariantViolationException>(() => TranscriptSamples.Renderer.Render(TranscriptSamples.Content(3) with { To = new(2026, 1, 5) }));

    private static void RequireInMargins(byte[] pdf)
    {
        var size = PdfTools.Information(pdf)["Page size"].Split(' ');
        var (width, height) = (double.Parse(size[0], CultureInfo.InvariantCulture), double.Parse(size[2], CultureInfo.InvariantCulture));
        foreach (var word in PdfTools.Words(pdf).SelectMany(page => page))
        {
            Assert.InRange(word.Left, 53, width - 53);
            Assert.InRange(word.Right, 53, width - 53);
            Assert.InRange(word.Bottom, 30, height - 30);
        }
    }
}
