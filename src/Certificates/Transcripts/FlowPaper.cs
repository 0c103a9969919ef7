using System.Globalization;
using CmeOrleans.Certificates.Layout;
using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Transcripts;

/// <summary>Upright pages that are filled from top to bottom, one after another, with a running head and foot.</summary>
/// <param name="document">Takes the pages.</param>
/// <param name="typesetter">Sets paragraphs.</param>
/// <param name="style">The look, which is that of certificates.</param>
/// <param name="size">Of a page, in points.</param>
/// <param name="running">What every page says: the title and whose it is at its head, and words beside its number at its foot.</param>
internal sealed class FlowPaper(
    PdfDocumentBuilder document, Typesetter typesetter, CertificateStyle style, (double Width, double Height) size, (string Title, string Name, string Imprint) running)
{
    /// <summary>Where content begins, and how far from the right edge it ends, in points.</summary>
    public const double Left = 54;

    private const double Top = 54;
    private const double BottomInset = 62;
    private const double FootInset = 40;

    private readonly List<Sheet> _sheets = [];

    /// <summary>The page that is being filled.</summary>
    public Sheet Sheet => _sheets[^1];

    /// <summary>How far down the page is filled.</summary>
    public double Y { get; set; }

    public double Right => size.Width - Left;

    public double Width => size.Width - (2 * Left);

    public bool Fits(double height) => Y + height <= size.Height - BottomInset;

    /// <summary>Begins the first page, which has a head of its own.</summary>
    public void Begin() => AddSheet();

    /// <summary>Goes on to a further page, under the running head.</summary>
    public void Turn()
    {
        AddSheet();
        var title = Sheet.Line(running.Title, style.Title(12));
        Sheet.DrawArtifact(title, Right - title.Width, Top);
        var name = Sheet.Fit(12, Width - title.Width - 24, nameSize => [new(running.Name, style.SerifBold(nameSize))]);
        Sheet.DrawArtifact(name, Left, Top);
        Sheet.DrawRule(CertificateStyle.Gold, 0.7, Left, Right, Top + 9);
        Y = Top + 30;
    }

    /// <summary>Sets a line below what is there, as an element of its own.</summary>
    /// <param name="type">The structure type, such as <c>H2</c>.</param>
    /// <param name="line">The line.</param>
    /// <param name="height">The space that it takes, in points; its baseline is at three quarters of it.</param>
    public void AddLine(string type, TextLine line, double height)
    {
        Sheet.Draw(Sheet.Add(Sheet.Root, type), line, Left, Y + (height * 0.75));
        Y += height;
    }

    /// <summary>Sets a paragraph below what is there.</summary>
    public void AddParagraph(TextStyle text, string words)
    {
        var leading = text.Size * 1.4;
        var element = Sheet.Add(Sheet.Root, "P");
        foreach (var line in typesetter.SetParagraph(Width, new TextSpan(words, text)))
        {
            Sheet.Draw(element, line, Left, Y + (leading * 0.75));
            Y += leading;
        }
    }

    /// <summary>Numbers the pages, now that it is known how many there are.</summary>
    public void Finish()
    {
        for (var index = 0; index < _sheets.Count; index++)
        {
            var sheet = _sheets[index];
            var number = sheet.Line(string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} of {_sheets.Count}"), style.Small(7.2));
            var baseline = size.Height - FootInset;
            sheet.DrawRule(CertificateStyle.Hairline, 0.5, Left, Right, baseline - 11);
            sheet.DrawArtifact(number, Right - number.Width, baseline);
            sheet.DrawArtifact(sheet.Fit(7.2, Width - number.Width - 20, textSize => [new(running.Imprint, style.Small(textSize))]), Left, baseline);
        }
    }

    private void AddSheet()
    {
        _sheets.Add(new(document, document.AddPage(size.Width, size.Height), typesetter));
        Y = Top;
    }
}
