using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Courses;

namespace CmeOrleans.Certificates.Tests;

/// <summary>What stands on a certificate, read back from the PDF as a person who copies the text would get it.</summary>
public sealed class CertificateWordingTests
{
    [Fact]
    public void Participation_awards_the_amount_claimed_in_the_owners_words()
    {
        var text = TextOf(CertificateSamples.Content());

        Assert.Contains("Certificate of Participation", text, StringComparison.Ordinal);
        Assert.Contains("has participated in the enduring material Emergency Medicine 2026", text, StringComparison.Ordinal);
        Assert.Contains("and is awarded 2.25 AMA PRA Category 1 Credits™", text, StringComparison.Ordinal);
        Assert.DoesNotContain("attendance", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Attendance_says_that_the_activity_was_designated_and_awards_nothing()
    {
        var text = TextOf(CertificateSamples.Content() with { Kind = CertificateKind.Attendance, Format = LearningFormat.Live });

        Assert.Contains("Certificate of Attendance", text, StringComparison.Ordinal);
        Assert.Contains("has attended the live activity", text, StringComparison.Ordinal);
        Assert.Contains("was designated for 2.25 AMA PRA Category 1 Credits™", text, StringComparison.Ordinal);
        Assert.Contains("does not award credit", text, StringComparison.Ordinal);
        Assert.DoesNotContain("is awarded", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Participation", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25, "0.25 AMA PRA Category 1 Credits™")]
    [InlineData(100, "1.00 AMA PRA Category 1 Credit™")]
    [InlineData(125, "1.25 AMA PRA Category 1 Credits™")]
    public void Exactly_one_is_singular(long hundredths, string expected)
    {
        var topic = new CertificateTopic("Only topic", new(2026, 3, 2), CreditAmount.FromHundredths(hundredths));

        Assert.Contains("awarded " + expected + " ", TextOf(CertificateSamples.WithTopics(CertificateSamples.Content(), [topic])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAFP_PRESCRIBED", "2.25 AAFP Prescribed credits", "deemed it acceptable for up to 120.00 AAFP Prescribed credits")]
    [InlineData("ANCC_CH", "2.25 ANCC contact hours", "up to 120.00 ANCC contact hours")]
    [InlineData("ABP_MOC_2", "2.25 ABP MOC Part 2 points", "a maximum of 120.00 ABP MOC Part 2 points")]
    [InlineData("ABIM_MOC", "2.25 ABIM MOC points", "earn up to 120.00 ABIM MOC points")]
    [InlineData("AOA_1A", "2.25 AOA Category 1-A credits", "a maximum of 120.00 AOA Category 1-A credits")]
    [InlineData("STATE_CME", "2.25 hours of state-required continuing education", "up to 120.00 hours")]
    public void Each_owner_has_its_own_words(string code, string award, string designation)
    {
        var text = TextOf(CertificateSamples.Content() with { CreditTypeCode = code });

        Assert.Contains(award, text, StringComparison.Ordinal);
        Assert.Contains(designation, text, StringComparison.Ordinal);
        Assert.DoesNotContain("AMA PRA", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Designated_maximum_stands_in_the_designation_statement_alone()
    {
        var text = TextOf(CertificateSamples.Content());

        Assert.Contains(
            "Meridian Institute for Medical Education designates this enduring material for a maximum of 120.00 AMA PRA Category 1 Credits™. "
            + "Physicians should claim only the credit commensurate with the extent of their participation in the activity.",
            text,
            StringComparison.Ordinal);
        Assert.Equal(2, text.Split("120.00").Length);
    }

    [Fact]
    public void Phrase_of_the_ama_is_set_in_italics_where_it_is_awarded_and_designated()
    {
        var fonts = string.Join('\n', PdfTools.Fonts(CertificateSamples.Renderer.Render(CertificateSamples.Content())));
        var fontsOfNurse = string.Join('\n', PdfTools.Fonts(CertificateSamples.Renderer.Render(CertificateSamples.Content() with { CreditTypeCode = "ANCC_CH" })));

        Assert.Contains("NotoSans-Italic", fonts, StringComparison.Ordinal);
        Assert.DoesNotContain("NotoSans-Italic", fontsOfNurse, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_the_content_holds_is_printed()
    {
        var content = CertificateSamples.Content() with
        {
            Format = LearningFormat.Live,
            Location = "Nashville, Tennessee",
            ReissuedOn = new(2027, 2, 1),
            Provider = CertificateSamples.Content().Provider with { JointProviders = ["Alpha Society", "Beta Clinic", "Gamma College"] },
        };

        var text = TextOf(content);

        string[] expected =
        [
            "Ada Okafor, MD",
            "Meridian Institute for Medical Education",
            "1200 Riverside Drive, Memphis, TN 38103",
            "in joint providership with Alpha Society, Beta Clinic, and Gamma College",
            "Nashville, Tennessee",
            "Completed January 5, 2026 to January 7, 2026",
            "Issued November 22, 2026",
            "Reissued February 1, 2027",
            "is accredited by the Accreditation Council for Continuing Medical Education (ACCME)",
            "Eleanor V. Whitfield Director of Medical Education",
            content.CertificateId,
            content.VerificationCode.ToString(),
            "https://credits.example.org/verify/",
            "Ledger entry 42, hash 0001 0203 0405 0607",
            "Page 1 of 1",
        ];
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Self_reported_credit_has_no_certificate() => Assert.Throws<InvariantViolationException>(
        () => CertificateSamples.Renderer.Render(CertificateSamples.Content() with { CreditTypeCode = "AMA_PRA_2" }));

    private static string TextOf(CertificateContent content) => PdfTools.Text(CertificateSamples.Renderer.Render(content));
}
