using CmeOrleans.Certificates.Pdf;

namespace CmeOrleans.Certificates.Layout;

/// <summary>The frame around every page: a firm line, and within it a fine one with hollowed corners.</summary>
internal static class PageFrame
{
    private const double OuterInset = 24;
    private const double InnerInset = 31;
    private const double CornerRadius = 15;
    private const double DiamondRadius = 3.2;

    public static void Draw(PdfPage page)
    {
        page.BeginArtifact();
        page.Stroke(CertificateStyle.Accent, 2.4)
            .Rectangle(OuterInset, OuterInset, page.Width - (2 * OuterInset), page.Height - (2 * OuterInset))
            .StrokePath();
        page.Stroke(CertificateStyle.Gold, 0.7);
        DrawInner(page);
        page.Fill(CertificateStyle.Gold);
        const double diamond = InnerInset + 3.4;
        DrawDiamond(page, diamond, diamond);
        DrawDiamond(page, page.Width - diamond, diamond);
        DrawDiamond(page, diamond, page.Height - diamond);
        DrawDiamond(page, page.Width - diamond, page.Height - diamond);
        page.End();
    }

    /// <summary>A square standing on its corner, filled with the current colour.</summary>
    public static void DrawDiamond(PdfPage page, double x, double y, double radius = DiamondRadius) => page
        .MoveTo(x - radius, y).LineTo(x, y - radius).LineTo(x + radius, y).LineTo(x, y + radius).ClosePath()
        .FillPath();

    private static void DrawInner(PdfPage page)
    {
        const double radius = CornerRadius;
        const double handle = radius * 0.4477; // what is left of the radius beside a quarter circle's handle
        var (left, top, right, bottom) = (InnerInset, InnerInset, page.Width - InnerInset, page.Height - InnerInset);
        page.MoveTo(left + radius, top)
            .LineTo(right - radius, top)
            .CurveTo(right - radius, top + radius - handle, right - handle, top + radius, right, top + radius)
            .LineTo(right, bottom - radius)
            .CurveTo(right - handle, bottom - radius, right - radius, bottom - radius + handle, right - radius, bottom)
            .LineTo(left + radius, bottom)
            .CurveTo(left + radius, bottom - radius + handle, left + handle, bottom - radius, left, bottom - radius)
            .LineTo(left, top + radius)
            .CurveTo(left + handle, top + radius, left + radius, top + radius - handle, left + radius, top)
            .ClosePath()
            .StrokePath();
    }
}
