using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CmeOrleans.Certificates.Pdf;

namespace CmeOrleans.Certificates.Tests;

/// <summary>A signature as a part of the file; what is in it comes from outside and is a mere mark here.</summary>
public sealed partial class PaperSignatureTests
{
    private static readonly byte[] Mark = [0x30, 0x03, 0xC0, 0xFF, 0xEE];

    private readonly byte[] _paper = CertificateSamples.Renderer.Render(CertificateSamples.Content(60));

    [Fact]
    public void The_paper_stays_as_it_is_and_the_signature_covers_all_but_itself()
    {
        byte[] covered = [];
        var signature = Signature(content =>
        {
            covered = content;
            return Mark;
        });

        var signed = signature.AddTo(_paper);

        Assert.Equal(_paper, signed[.._paper.Length]);
        var range = ByteRange().Match(Encoding.Latin1.GetString(signed)).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal((0, signed.Length), (range[0], range[2] + range[3]));
        Assert.Equal(covered, (byte[])[.. signed[..range[1]], .. signed[range[2]..]]);
        Assert.Equal($"<3003C0FFEE{new string('0', 22)}>", Encoding.ASCII.GetString(signed[range[1]..range[2]]));
    }

    [Fact]
    public void A_signed_paper_looks_and_reads_as_before()
    {
        var signed = Signature().AddTo(_paper);

        Assert.Equal(PdfTools.Pages(_paper), PdfTools.Pages(signed));
        Assert.Equal(PdfTools.Picture(_paper, 60).Pixels, PdfTools.Picture(signed, 60).Pixels);
        Assert.Equal(PdfTools.Structure(_paper), PdfTools.Structure(signed));
        Assert.Equal("yes", PdfTools.Information(signed)["Tagged"]);
    }

    [Fact]
    public void The_field_tells_viewers_who_signed_and_when()
    {
        var file = Encoding.Latin1.GetString(Signature().AddTo(_paper));

        Assert.Contains($"/M<{Convert.ToHexString("D:20261123093000Z"u8)}>", file, StringComparison.Ordinal);
        Assert.Contains($"/Name<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("Lakeside)>>"))}>", file, StringComparison.Ordinal);
    }

    /// <summary>A field without an area, on the first page, in the form, printed, with words for screen readers; and no change after it.</summary>
    [Fact]
    public void The_signature_hangs_on_an_invisible_field_and_allows_no_change()
    {
        foreach (var paper in (byte[][])[_paper, CertificateSamples.Merge(_paper, _paper)])
        {
            var update = Encoding.Latin1.GetString(Signature().AddTo(paper).AsSpan(paper.Length));
            var field = Field().Match(update);
            var number = field.Groups["number"].Value;

            Assert.Matches($@"^{field.Groups["page"].Value} 0 obj\n<</Type/Page/[^\n]*/Annots\[{number} 0 R ", Lines(update, field.Groups["page"].Value));
            Assert.Contains($"/AcroForm<</SigFlags 3/Fields[{number} 0 R]>>/Perms<</DocMDP {field.Groups["signature"].Value} 0 R>>>>", Lines(update, "1"), StringComparison.Ordinal);
            Assert.Contains("/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>", update, StringComparison.Ordinal);
            Assert.Contains("/MediaBox[0 0 792 612]", Lines(update, field.Groups["page"].Value), StringComparison.Ordinal);
        }

        static string Lines(string update, string number) =>
            update[(update.IndexOf($"\n{number} 0 obj\n", StringComparison.Ordinal) + 1)..].Split("\nendobj")[0];
    }

    [Fact]
    public void A_page_without_links_gets_its_field_too()
    {
        var document = new PdfDocumentBuilder();
        document.AddPage(100, 100);
        var bare = document.Finish(new() { Title = "Bare", Author = "Lakeside", Subject = "None", CreatedOn = new(2026, 11, 22) });

        var signed = Signature().AddTo(bare);

        Assert.Matches(@"/Type/Page/[^\n]*/Annots\[\d+ 0 R\]>>", Encoding.Latin1.GetString(signed.AsSpan(bare.Length)));
        Assert.Equal(1, PdfTools.PagesCount(signed));
    }

    [Fact]
    public void Merging_leaves_signatures_behind_and_what_is_merged_can_be_signed()
    {
        var unsigned = CertificateSamples.Merge(_paper, _paper);

        var merged = CertificateSamples.Merge(Signature().AddTo(_paper), Signature().AddTo(_paper));
        var signed = Signature().AddTo(merged);

        Assert.Equal(unsigned, merged);
        Assert.Equal(PdfTools.Pages(merged), PdfTools.Pages(signed));
        Assert.Equal(merged, signed[..merged.Length]);
    }

    [Fact]
    public void A_paper_is_signed_once_and_no_other_file_ever()
    {
        var signed = Signature().AddTo(_paper);

        Assert.Throws<InvalidDataException>(() => Signature().AddTo(signed));
        Assert.Throws<InvalidDataException>(() => Signature().AddTo(_paper.AsMemory(0, _paper.Length - 100)));
        Assert.Throws<InvalidDataException>(() => Signature().AddTo(Encoding.ASCII.GetBytes("%PDF-1.7\nsomething else\nstartxref\n9\n%%EOF\n")));
    }

    [Fact]
    public void A_signature_without_room_is_refused()
    {
        Assert.NotEmpty(Signature(_ => new byte[16]).AddTo(_paper));
        Assert.Throws<InvalidOperationException>(() => Signature(_ => new byte[17]).AddTo(_paper));
    }

    private static PaperSignature Signature(Func<byte[], byte[]>? sign = null) => new()
    {
        SignerName = "Lakeside)>>",
        SignedAt = new(2026, 11, 23, 3, 30, 0, TimeSpan.FromHours(-6)),
        BytesMax = 16,
        Sign = sign ?? (_ => Mark),
    };

    [GeneratedRegex(
        @"(?<number>\d+) 0 obj\n<</Type/Annot/Subtype/Widget/FT/Sig/Rect\[0 0 0 0\]/F 132/T<FEFF[0-9A-F]+>/TU<FEFF[0-9A-F]+>/V (?<signature>\d+) 0 R/P (?<page>\d+) 0 R>>")]
    private static partial Regex Field();

    [GeneratedRegex(@"/ByteRange\[([0-9 ]+)\]")]
    private static partial Regex ByteRange();
}
