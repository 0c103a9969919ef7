using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Layout;

/// <summary>A page with the helpers that every part of a certificate draws with.</summary>
internal sealed class Sheet(PdfDocumentBuilder document, PdfPage page, Typesetter typesetter)
{
    /// <summary>Where content begins, and how far from the right edge it ends, in points.</summary>
    public const double Left = 72;

    public PdfPage Page { get; } = page;

    /// <summary>The structure element of the whole document.</summary>
    public StructureElement Root => document.Root;

    public double Right => Page.Width - Left;

    public double Width => Page.Width - (2 * Left);

    public double Center => Page.Width / 2;

    public StructureElement Add(StructureElement parent, string type, string? alternativeText = null, string? attributes = null) =>
        parent.Add(document.File, type, alternativeText, attributes);

    /// <summary>Sets a line that is no wider than <paramref name="widthMax"/>, smaller than asked for if it must be.</summary>
    public TextLine Fit(double size, double widthMax, Func<double, TextSpan[]> spans)
    {
        var line = typesetter.SetLine(spans(size));

        // Width grows in proportion to size, so one step is enough; rounding down keeps the line within its bound.
        return line.Width <= widthMax
            ? line
            : typesetter.SetLine(spans(Math.Floor(size * widthMax / line.Width * 100) / 100));
    }

    public TextLine Line(string text, TextStyle style) => typesetter.SetLine(new TextSpan(text, style));

    public void DrawCentered(StructureElement element, TextLine line, double baseline) =>
        Draw(element, line, Center - (line.Width / 2), baseline);

    public void DrawRight(StructureElement element, TextLine line, double right, double baseline) =>
        Draw(element, line, right - line.Width, baseline);

    public void Draw(StructureElement element, TextLine line, double x, double baseline)
    {
        Page.Begin(element);
        Page.DrawText(line, x, baseline);
        Page.End();
    }

    /// <summary>Draws what is repeated from page to page.</summary>
    public void DrawArtifact(TextLine line, double x, double baseline)
    {
        Page.BeginArtifact();
        Page.DrawText(line, x, baseline);
        Page.End();
    }

    public void DrawRule(InkColor color, double lineWidth, double left, double right, double y)
    {
        Page.BeginArtifact();
        Page.Stroke(color, lineWidth).DrawLine(left, y, right, y);
        Page.End();
    }
}
