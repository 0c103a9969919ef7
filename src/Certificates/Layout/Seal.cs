using CmeOrleans.Certificates.Pdf;

namespace CmeOrleans.Certificates.Layout;

/// <summary>A rosette with a guilloche, drawn in lines only. It stands for the ledger and for no board or association.</summary>
internal static class Seal
{
    public const double Radius = 39;

    private const int LobesCount = 36;
    private const int PetalsCount = 24;
    private const double LobeDepth = 2.6;

    public static void Draw(PdfPage page, double x, double y)
    {
        page.BeginArtifact();
        DrawRosette(page, x, y);
        page.Stroke(CertificateStyle.Gold, 0.6);
        page.Circle(x, y, 33.2).StrokePath();
        DrawGuilloche(page, x, y);
        page.Fill(CertificateStyle.Paper).Circle(x, y, 17.6).FillPath();
        page.Stroke(CertificateStyle.Accent, 0.9).Circle(x, y, 15.6).StrokePath();
        DrawCheckMark(page, x, y);
        page.End();
    }

    private static void DrawRosette(PdfPage page, double x, double y)
    {
        page.Fill(CertificateStyle.Accent);
        for (var lobe = 0; lobe < LobesCount; lobe++)
        {
            var (x0, y0) = OnCircle(x, y, Radius - LobeDepth, lobe, LobesCount);
            var (x1, y1) = OnCircle(x, y, Radius + LobeDepth, lobe + 0.25, LobesCount);
            var (x2, y2) = OnCircle(x, y, Radius + LobeDepth, lobe + 0.75, LobesCount);
            var (x3, y3) = OnCircle(x, y, Radius - LobeDepth, lobe + 1, LobesCount);
            if (lobe == 0)
            {
                page.MoveTo(x0, y0);
            }

            page.CurveTo(x1, y1, x2, y2, x3, y3);
        }

        page.ClosePath().FillPath();
    }

    /// <summary>Petals that cross each other, as on banknotes.</summary>
    private static void DrawGuilloche(PdfPage page, double x, double y)
    {
        page.Stroke(new(206, 186, 142), 0.35);
        for (var petal = 0; petal < PetalsCount; petal++)
        {
            var (x0, y0) = OnCircle(x, y, 18.5, petal, PetalsCount);
            var (x1, y1) = OnCircle(x, y, 35.5, petal + 1.2, PetalsCount);
            var (x2, y2) = OnCircle(x, y, 35.5, petal + 3.8, PetalsCount);
            var (x3, y3) = OnCircle(x, y, 18.5, petal + 5, PetalsCount);
            page.MoveTo(x0, y0).CurveTo(x1, y1, x2, y2, x3, y3);
        }

        page.StrokePath();
    }

    private static void DrawCheckMark(PdfPage page, double x, double y) => page
        .Fill(CertificateStyle.Accent)
        .MoveTo(x - 8.2, y + 0.6)
        .CurveTo(x - 6.4, y - 0.6, x - 5.0, y - 0.4, x - 4.2, y + 1.0)
        .LineTo(x - 2.2, y + 4.2)
        .CurveTo(x + 0.6, y - 1.2, x + 4.0, y - 5.6, x + 8.6, y - 9.2)
        .CurveTo(x + 4.8, y - 4.6, x + 1.6, y + 1.4, x - 0.4, y + 8.2)
        .LineTo(x - 3.2, y + 8.2)
        .CurveTo(x - 4.4, y + 5.0, x - 6.0, y + 2.4, x - 8.2, y + 0.6)
        .ClosePath()
        .FillPath();

    private static (double X, double Y) OnCircle(double x, double y, double radius, double step, int stepsCount)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * step / stepsCount);
        return (x + (radius * cosine), y + (radius * sine));
    }
}
