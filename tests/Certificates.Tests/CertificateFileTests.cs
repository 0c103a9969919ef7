using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CmeOrleans.Certificates.Pdf;

namespace CmeOrleans.Certificates.Tests;

/// <summary>The file as a file: its bytes, its fonts, what it says about itself and how it reads aloud.</summary>
public sealed class CertificateFileTests
{
    [Fact]
    public void Same_content_gives_the_same_bytes_in_every_culture_and_time_zone()
    {
        var content = CertificateSamples.Content(14);
        var expected = CertificateSamples.Renderer.Render(content);
        var (culture, zone) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            foreach (var name in (string[])["de-DE", "ar-SA", "tr-TR", "fa-IR", "th-TH", "sv-SE"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Environment.SetEnvironmentVariable("TZ", name == "th-TH" ? "Asia/Bangkok" : "America/Chicago");
                TimeZoneInfo.ClearCachedData();
                Assert.Equal(expected, CertificateSamples.Renderer.Render(content));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void Same_content_gives_the_same_bytes_on_every_thread_and_with_new_typefaces()
    {
        var content = CertificateSamples.Content(14);
        var expected = CertificateSamples.Renderer.Render(content);

        Parallel.For(0, 32, _ => Assert.Equal(expected, CertificateSamples.Renderer.Render(content)));
        Assert.NotEqual(expected, CertificateSamples.Renderer.Render(content with { LedgerSeq = 43 }));
    }

    [Fact]
    public void Every_font_is_embedded_as_a_subset_and_can_be_copied_from()
    {
        var fonts = PdfTools.Fonts(CertificateSamples.Renderer.Render(CertificateSamples.Content()));

        Assert.Equal(6, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+(EBGaramond|NotoSans)-\w+\s+CID TrueType\s+Identity-H\s+yes yes yes", font));
    }

    [Fact]
    public void A_certificate_is_small()
    {
        Assert.InRange(CertificateSamples.Renderer.Render(CertificateSamples.Content(10)).Length, 10_000, 90_000);
    }

    [Fact]
    public void File_says_what_it_is()
    {
        var pdf = CertificateSamples.Renderer.Render(CertificateSamples.Content());
        var information = PdfTools.Information(pdf);

        Assert.Equal("Certificate of Participation: Emergency Medicine 2026", information["Title"]);
        Assert.Equal("Meridian Institute for Medical Education", information["Author"]);
        Assert.Equal("Certificate crt_019ab3c2-7d00-7a51-9a2f-eaa0c55ad015 of Ada Okafor", information["Subject"]);
        Assert.Equal("yes", information["Tagged"]);
        Assert.Equal("no", information["JavaScript"]);
        Assert.Contains("/Lang<FEFF0065006E002D00550053>", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_is_sound_xml_whatever_the_names()
    {
        var content = CertificateSamples.Content() with { CourseTitle = "Sepsis & <shock>\u0001 \uD800" };
        var file = Encoding.UTF8.GetString(CertificateSamples.Renderer.Render(content));
        var start = file.IndexOf("<x:xmpmeta", StringComparison.Ordinal);
        var metadata = XDocument.Parse(file[start..(file.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + "</x:xmpmeta>".Length)]);

        Assert.Contains("Sepsis & <shock>", metadata.ToString(SaveOptions.DisableFormatting).Replace("&amp;", "&", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("2", metadata.Descendants(XName.Get("part", "http://www.aiim.org/pdfa/ns/id/")).Single().Value);
        Assert.Equal("1", metadata.Descendants(XName.Get("part", "http://www.aiim.org/pdfua/ns/id/")).Single().Value);
    }

    [Fact]
    public void Tags_tell_title_paragraphs_table_and_figure_apart_in_reading_order()
    {
        var structure = PdfTools.Structure(CertificateSamples.Renderer.Render(CertificateSamples.Content(60)));

        var order = (string[])["H1", "Certificate of Participation", "Ada Okafor", "Credits™", "Figure", "VERIFY", "Link", "Table", "TH", "Topic number 1", "Topic number 60", "Total"];
        var position = 0;
        foreach (var part in order)
        {
            position = structure.IndexOf(part, position, StringComparison.Ordinal);
            Assert.True(position >= 0, $"{part} has its place in the reading order.");
        }

        // The heads of further pages are repetition and are not read aloud again.
        Assert.Equal(2, structure.Split("Ada Okafor").Length);
    }

    [Fact]
    public void Merging_keeps_order_pages_text_and_tags()
    {
        byte[][] files =
        [
            CertificateSamples.Renderer.Render(CertificateSamples.Content() with { CourseTitle = "First course" }),
            CertificateSamples.Renderer.Render(CertificateSamples.Content(60) with { CourseTitle = "Second course" }),
            CertificateSamples.Renderer.Render(CertificateSamples.Content() with { CourseTitle = "Third course", CreditTypeCode = "ABP_MOC_2" }),
        ];

        var merged = CertificateSamples.Merge(files);

        var pages = PdfTools.Pages(merged);
        Assert.Equal(6, pages.Length);
        Assert.Contains("First course", pages[0], StringComparison.Ordinal);
        Assert.All(pages[1..5], page => Assert.Contains("Second course", page, StringComparison.Ordinal));
        Assert.Contains("Third course", pages[5], StringComparison.Ordinal);
        Assert.Equal(files.SelectMany(PdfTools.Pages), pages);
        Assert.Equal(4, PdfTools.Structure(merged).Split("H1").Length);
        Assert.All(PdfTools.Fonts(merged), font => Assert.Contains("yes yes yes", font, StringComparison.Ordinal));
        Assert.Equal("Certificates of Ada Okafor", PdfTools.Information(merged)["Title"]);
        Assert.Equal(merged, CertificateSamples.Merge(files));
    }

    [Fact]
    public void Merged_pages_look_like_the_originals()
    {
        var certificate = CertificateSamples.Renderer.Render(CertificateSamples.Content());

        Assert.Equal(PdfTools.Picture(certificate, 60).Pixels, PdfTools.Picture(CertificateSamples.Merge(certificate), 60).Pixels);
    }

    [Fact]
    public void Merging_nothing_or_foreign_files_is_refused()
    {
        var certificate = CertificateSamples.Renderer.Render(CertificateSamples.Content());

        Assert.Throws<ArgumentException>(() => CertificateSamples.Merge());
        Assert.Throws<InvalidDataException>(() => CertificateSamples.Merge((byte[])[]));
        Assert.Throws<InvalidDataException>(() => CertificateSamples.Merge(Encoding.ASCII.GetBytes("%PDF-1.7\nsomething else\nstartxref\n9999\n%%EOF\n")));
        Assert.Throws<InvalidDataException>(() => CertificateSamples.Merge(certificate[..^100]));
        Assert.Throws<InvalidDataException>(() => CertificateSamples.Merge(certificate[100..]));
    }

    /// <summary>
    /// A certificate's layout is frozen: what was issued can be rendered again, bit for bit. Whoever has to change this
    /// hash adds a template version instead.
    /// </summary>
    [Fact]
    public void Template_version_1_is_what_it_was()
    {
        var hash = SHA256.HashData(CertificateSamples.Renderer.Render(CertificateSamples.Content(12)));

        Assert.Equal("ae0f439ca3803748b89cf736c4912b57", Convert.ToHexStringLower(hash.AsSpan(0, 16)));
    }

    [Fact]
    public void Unknown_template_version_is_refused() => Assert.Throws<NotSupportedException>(
        () => CertificateSamples.Renderer.Render(CertificateSamples.Content() with { TemplateVersion = 2 }));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.005, "0.01")]
    [InlineData(0.004, "0")]
    [InlineData(-0.004, "0")]
    [InlineData(12.05, "12.05")]
    [InlineData(841.89, "841.89")]
    public void Numbers_are_written_short_and_without_exponent(double number, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(new PdfBuffer().Number(number).Written.Span));
}
