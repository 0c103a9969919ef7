namespace CmeOrleans.Certificates.Tests;

/// <summary>Names are what a learner looks at first, and what an attacker writes into first.</summary>
public sealed class CertificateNamesTests
{
    private const double FrameInset = 31;

    [Theory]
    [InlineData("Ada Okafor")]
    [InlineData("Nguyễn Thị Ngọc Ánh Đặng")]
    [InlineData("Ελευθέριος Παπαδόπουλος")]
    [InlineData("Александра Щербакова-Ґонта")]
    [InlineData("Łukasz Żółć-Świętochłowski")]
    [InlineData("Þórunn Ólafsdóttir Ægisson")]
    [InlineData("Ọlátúńjí Adéwálé")]
    [InlineData("Seán O’Brien-Smith")]
    public void Names_of_many_languages_are_set_and_can_be_copied_out(string name)
    {
        var pdf = Render(name);

        Assert.True(new NameTypesetting(CertificateSamples.Typesetter).CanSet(name, out _));
        Assert.Contains(name, PdfTools.Text(pdf), StringComparison.Ordinal);
        Assert.All(PdfTools.Fonts(pdf), font => Assert.Contains("yes yes yes", font, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(")/URI(x)>>")]
    [InlineData("endstream endobj 12 0 R")]
    [InlineData("<</Type/Catalog>> (a) \\( 0 R")]
    [InlineData("<script>&amp;</script>")]
    [InlineData("trailer startxref 0 %%EOF")]
    public void Names_that_look_like_pdf_are_words_and_nothing_else(string name)
    {
        var pdf = Render(name);
        var merged = CertificateSamples.Renderer.Merge([pdf, pdf], new() { ClaimId = "clm_1", LearnerName = name, IssuedOn = new(2026, 1, 1) });

        Assert.Contains(name, PdfTools.Text(pdf), StringComparison.Ordinal);
        Assert.Equal(1, PdfTools.PagesCount(pdf));
        Assert.Equal(2, PdfTools.PagesCount(merged));
        Assert.Contains(name, PdfTools.Text(merged), StringComparison.Ordinal);
        Assert.Contains(name, PdfTools.Information(merged)["Title"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 'i')]
    [InlineData(20, 'W')]
    [InlineData(30, 'W')]
    [InlineData(100, 'i')]
    [InlineData(100, 'W')]
    public void A_name_of_any_length_stays_within_the_frame(int length, char letter)
    {
        var pdf = Render(new string(letter, length));

        Assert.Equal(length, PdfTools.Text(pdf).Split("certify that")[1].Split(" has participated")[0].Count(character => character == letter) - CountInDegrees(letter));
        Assert.Equal(1, PdfTools.PagesCount(pdf));
        Assert.All(PdfTools.Words(pdf)[0], word => Assert.InRange(word.Right, FrameInset, 792 - FrameInset));
        Assert.All(PdfTools.Words(pdf)[0], word => Assert.InRange(word.Left, FrameInset, 792 - FrameInset));
    }

    [Theory]
    [InlineData("محمد علي", "right to left")]
    [InlineData("דוד כהן", "right to left")]
    [InlineData("王小明", "cannot print the character")]
    [InlineData("नरेन्द्र", "cannot print the character")]
    [InlineData("Ada 🙂", "cannot print the character")]
    [InlineData("Ada\u202Erofako", "invisible")]
    [InlineData("Ada\nOkafor", "invisible")]
    [InlineData("Ada\u200BOkafor", "invisible")]
    [InlineData("  ", "empty")]
    [InlineData("Ada \uD800", "cannot print the character")]
    public void Names_that_would_spoil_a_certificate_are_refused_with_a_reason(string name, string reasonPart)
    {
        Assert.False(new NameTypesetting(CertificateSamples.Typesetter).CanSet(name, out var reason));
        Assert.Contains(reasonPart, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_and_marks_typed_apart_are_set_as_one()
    {
        Assert.Contains("Ngọc Ánh", PdfTools.Text(Render("Ngo\u0323c A\u0301nh")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_that_cannot_be_set_shows_a_mark_and_is_still_copied_out()
    {
        var content = CertificateSamples.Content() with { CourseTitle = "Medicine 医学" };

        Assert.Contains("Medicine 医学", PdfTools.Text(CertificateSamples.Renderer.Render(content)), StringComparison.Ordinal);
    }

    // The degrees, which follow the name, have none of these letters.
    private static int CountInDegrees(char letter) => "MD".Count(character => character == letter);

    private static byte[] Render(string name) => CertificateSamples.Renderer.Render(CertificateSamples.Content() with { LearnerName = name });
}
