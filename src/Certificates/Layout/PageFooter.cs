using System.Text;
using CmeOrleans.Certificates.Pdf;

namespace CmeOrleans.Certificates.Layout;

/// <summary>The foot of the face: who signs, the seal, and how to verify.</summary>
internal sealed class PageFooter(Sheet sheet, CertificateStyle style, CertificateWording wording)
{
    /// <summary>How much of the page's height it takes, from the lower edge, in points.</summary>
    public const double Height = 148;

    private const double QrSize = 76;
    private const double SignatureWidth = 196;
    private const double BlockWidth = 182;

    private double CenterY => sheet.Page.Height - 98;

    public void Draw()
    {
        DrawSignatory();
        Seal.Draw(sheet.Page, sheet.Center, CenterY);
        DrawVerification();
    }

    /// <summary>The line at the very foot of every page.</summary>
    public static void DrawImprint(Sheet sheet, CertificateStyle style, CertificateWording wording, bool isFace, string pageNumber)
    {
        var baseline = sheet.Page.Height - 39.5;
        var small = style.Small(6.6);
        var number = sheet.Line(pageNumber, small);
        var identity = sheet.Fit(6.6, sheet.Width - number.Width - 20, size => [new(wording.Imprint, style.Small(size))]);
        if (isFace)
        {
            sheet.Draw(sheet.Add(sheet.Root, "P"), identity, Sheet.Left, baseline);
        }
        else
        {
            sheet.DrawArtifact(identity, Sheet.Left, baseline);
        }

        sheet.DrawArtifact(number, sheet.Right - number.Width, baseline);
    }

    private void DrawSignatory()
    {
        var provider = wording.Content.Provider;
        var line = CenterY + 10;
        var name = sheet.Fit(18, SignatureWidth, size => [new(provider.SignatoryName, style.SerifItalic(size))]);
        sheet.Draw(sheet.Add(sheet.Root, "P"), name, Sheet.Left, line - 6);
        sheet.DrawRule(CertificateStyle.Muted, 0.5, Sheet.Left, Sheet.Left + SignatureWidth, line);
        var title = sheet.Fit(8, SignatureWidth, size => [new(provider.SignatoryTitle, style.Small(size))]);
        sheet.Draw(sheet.Add(sheet.Root, "P"), title, Sheet.Left, line + 12);
        var organisation = sheet.Fit(8, SignatureWidth, size => [new(provider.Name, style.Small(size))]);
        sheet.Draw(sheet.Add(sheet.Root, "P"), organisation, Sheet.Left, line + 23);
    }

    private void DrawVerification()
    {
        var url = wording.Content.VerificationUrl;
        var code = new QrCode(url, QrSize);

        // The quiet zone may reach beyond the margin, so that the dark part ends where everything else does.
        var (left, top) = (sheet.Right + code.QuietZone - code.Size, CenterY - (code.Size / 2));
        var figure = sheet.Add(
            sheet.Root, "Figure", "QR code of the address at which this certificate can be verified", Bounds(left, top, code.Size));
        sheet.Page.Begin(figure);
        code.Draw(sheet.Page, left, top);
        sheet.Page.End();

        var right = left - 6;
        var heading = sheet.Line("VERIFY THIS CERTIFICATE", style.Heading(6.4));
        sheet.DrawRight(sheet.Add(sheet.Root, "P"), heading, right, CenterY - 12);
        DrawAddress(url, right);
    }

    private void DrawAddress(Uri url, double right)
    {
        var link = sheet.Add(sheet.Add(sheet.Root, "P"), "Link");
        var directory = url.AbsoluteUri[..(url.AbsoluteUri.LastIndexOf('/') + 1)];
        var address = sheet.Fit(7.6, BlockWidth, size => [new(directory, style.Small(size))]);
        var code = sheet.Fit(8.6, BlockWidth, size => [new(wording.Content.VerificationCode.ToString(), style.TextBold(size))]);
        sheet.DrawRight(link, address, right, CenterY + 2);
        sheet.DrawRight(link, code, right, CenterY + 16);
        var width = Math.Max(address.Width, code.Width);
        sheet.Page.AddLink(link, url, "Verify this certificate", right - width, CenterY - 7, width, 27);
    }

    private string Bounds(double left, double top, double size)
    {
        var box = new PdfBuffer().Raw("<</O/Layout/BBox["u8)
            .Number(left).Raw(" "u8).Number(sheet.Page.Height - top - size).Raw(" "u8)
            .Number(left + size).Raw(" "u8).Number(sheet.Page.Height - top).Raw("]>>"u8);
        return Encoding.ASCII.GetString(box.Written.Span);
    }
}
