using System.Globalization;
using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Layout;

/// <summary>Puts the pages of one certificate together.</summary>
internal sealed class CertificateComposer(
    PdfDocumentBuilder document,
    Typesetter typesetter,
    CertificateStyle style,
    CertificateWording wording,
    (double Width, double Height) paper)
{
    private readonly List<Sheet> _sheets = [];

    private double Bottom => paper.Height - FurtherPage.BottomInset;

    public void Compose()
    {
        var face = AddSheet();
        var outcome = new FacePage(face, typesetter, style, wording).Draw();
        new PageFooter(face, style, wording).Draw();
        if (!outcome.HasTable)
        {
            AddTable();
        }

        if (!outcome.HasStatements)
        {
            new Statements(typesetter, style, wording, face.Width, scale: 1.15).DrawOnFurtherPages(AddFurtherSheet, Bottom);
        }

        for (var index = 0; index < _sheets.Count; index++)
        {
            var pageNumber = string.Create(CultureInfo.InvariantCulture, $"Page {index + 1} of {_sheets.Count}");
            PageFooter.DrawImprint(_sheets[index], style, wording, isFace: index == 0, pageNumber);
        }
    }

    private void AddTable()
    {
        const double size = 9.4;

        var table = new TopicTable(typesetter, style, wording, paper.Width - (2 * Sheet.Left), size, columnsCount: 1);
        var element = document.Root.Add(document.File, "Table");
        var first = 0;
        while (first < table.RowsCount)
        {
            var (sheet, y) = AddFurtherSheet();

            // The headings belong to the table once; on later pages they are repetition.
            table.DrawHeading(sheet, first == 0 ? element : null, Sheet.Left, y);
            y += table.HeadingHeight;
            var end = first + table.CountThatFits(first, Bottom - y - table.TotalHeight);
            table.DrawRows(sheet, element, first, end, Sheet.Left, y);
            if (end == table.RowsCount)
            {
                table.DrawTotal(sheet, element, Sheet.Left, sheet.Right, y + table.RowsHeight(first, end));
            }

            first = end;
        }
    }

    private (Sheet Sheet, double Y) AddFurtherSheet()
    {
        var sheet = AddSheet();
        return (sheet, FurtherPage.DrawHead(sheet, typesetter, style, wording));
    }

    private Sheet AddSheet()
    {
        var sheet = new Sheet(document, document.AddPage(paper.Width, paper.Height), typesetter);
        PageFrame.Draw(sheet.Page);
        _sheets.Add(sheet);
        return sheet;
    }
}
