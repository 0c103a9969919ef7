using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Layout;

/// <summary>The statements of accreditation and designation, and what attendance is not, set for a width.</summary>
internal sealed class Statements
{
    private const double SizeAtFullScale = 7.8;
    private const double LeadingFactor = 1.4;
    private const double ParagraphGap = 3;

    private readonly double _size;
    private readonly List<IReadOnlyList<TextLine>> _paragraphs = [];

    public Statements(Typesetter typesetter, CertificateStyle style, CertificateWording wording, double width, double scale)
    {
        _size = SizeAtFullScale * scale;
        var (upright, italic) = (style.Small(_size), style.SmallItalic(_size));
        if (wording.AttendanceNote is { } note)
        {
            _paragraphs.Add(typesetter.SetEvenParagraph(width, new TextSpan(note, upright)));
        }

        _paragraphs.Add(typesetter.SetEvenParagraph(width, new TextSpan(wording.Content.Provider.AccreditationStatement, upright)));
        _paragraphs.Add(typesetter.SetEvenParagraph(width, [.. wording.Designation(upright, italic)]));
    }

    public double Leading => _size * LeadingFactor;

    public double Height => (_paragraphs.Sum(lines => lines.Count) * Leading) + ((_paragraphs.Count - 1) * ParagraphGap);

    public void DrawCentered(Sheet sheet, double top)
    {
        foreach (var lines in _paragraphs)
        {
            var element = sheet.Add(sheet.Root, "P");
            sheet.Page.Begin(element);
            foreach (var line in lines)
            {
                sheet.Page.DrawText(line, sheet.Center - (line.Width / 2), top + _size);
                top += Leading;
            }

            sheet.Page.End();
            top += ParagraphGap;
        }
    }

    /// <summary>Draws the statements on as many further pages as they need.</summary>
    /// <param name="addSheet">Adds a page and says where its content may begin.</param>
    /// <param name="bottom">Where the content of a page must end.</param>
    public void DrawOnFurtherPages(Func<(Sheet Sheet, double Y)> addSheet, double bottom)
    {
        var (sheet, y) = addSheet();
        foreach (var lines in _paragraphs)
        {
            var element = sheet.Add(sheet.Root, "P");
            foreach (var line in lines)
            {
                if (y + Leading > bottom)
                {
                    (sheet, y) = addSheet();
                }

                y += Leading;
                sheet.Draw(element, line, Sheet.Left, y);
            }

            y += 2 * ParagraphGap;
        }
    }
}
