using CmeOrleans.Certificates.Layout;
using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Transcripts;

/// <summary>A table that goes on over as many pages as its rows need, with its headings on each of them.</summary>
internal sealed class FlowTable
{
    /// <summary>Of words in cells, in points.</summary>
    public const double Size = 8.6;

    /// <summary>Of what goes with them.</summary>
    public const double NoteSize = 7.2;

    private const double Leading = 11.6;
    private const double NoteLeading = 9.8;
    private const double Padding = 3.2;
    private const double Gap = 8;
    private const double TitleHeight = 22;
    private const double HeadingHeight = 15;

    private readonly FlowPaper _paper;
    private readonly Typesetter _typesetter;
    private readonly CertificateStyle _style;
    private readonly string _title;
    private readonly FlowColumn[] _columns;
    private readonly StructureElement _element;

    private FlowTable(FlowPaper paper, Typesetter typesetter, CertificateStyle style, string title, FlowColumn[] columns)
    {
        (_paper, _typesetter, _style, _title, _columns) = (paper, typesetter, style, title, columns);
        _element = paper.Sheet.Add(paper.Sheet.Root, "Table");
    }

    /// <summary>Sets title and headings; on a new page where there is no room for some rows below them.</summary>
    /// <param name="introduction">Words between title and headings, or none.</param>
    public static FlowTable Begin(
        FlowPaper paper, Typesetter typesetter, CertificateStyle style, string title, string? introduction, params FlowColumn[] columns)
    {
        const double someRows = 60;
        if (!paper.Fits(TitleHeight + HeadingHeight + someRows))
        {
            paper.Turn();
        }

        paper.AddLine("H2", paper.Sheet.Fit(13.5, paper.Width, size => [new(title, style.SerifBold(size))]), TitleHeight);
        if (introduction is not null)
        {
            paper.AddParagraph(style.Small(8.2), introduction);
            paper.Y += 4;
        }

        var table = new FlowTable(paper, typesetter, style, title, columns);
        table.DrawHeadings(paper.Sheet.Add(table._element, "TR"));
        return table;
    }

    /// <summary>Adds a row, one cell for each column.</summary>
    public void Add(params ReadOnlySpan<FlowCell> cells)
    {
        var lines = new List<TextLine>[_columns.Length];
        var height = 0.0;
        for (var column = 0; column < _columns.Length; column++)
        {
            lines[column] = Set(cells[column], _columns[column]);
            height = Math.Max(height, lines[column].Sum(LeadingOf));
        }

        height += 2 * Padding;
        if (!_paper.Fits(height))
        {
            GoOn();
        }

        var row = _paper.Sheet.Add(_element, "TR");
        var x = FlowPaper.Left;
        for (var column = 0; column < _columns.Length; column++)
        {
            DrawCell(_paper.Sheet.Add(row, "TD"), lines[column], x, _columns[column]);
            x += _columns[column].Width;
        }

        _paper.Y += height;
        _paper.Sheet.DrawRule(CertificateStyle.Hairline, 0.4, FlowPaper.Left, _paper.Right, _paper.Y);
    }

    /// <summary>Adds a sum below the rows; its amount stands in the last column but <paramref name="columnsAfter"/>.</summary>
    public void AddTotal(string label, string amount, int columnsAfter)
    {
        const double height = Leading + (2 * Padding);
        if (!_paper.Fits(height))
        {
            GoOn();
        }

        var bold = _style.TextBold(Size);
        var sheet = _paper.Sheet;
        var row = sheet.Add(_element, "TR");
        var baseline = _paper.Y + Padding + (Leading * 0.76);
        var span = _columns.Length - 1 - columnsAfter;
        var heading = sheet.Add(row, "TH", attributes: FormattableString.Invariant($"<</O/Table/Scope/Row/ColSpan {span}>>"));
        sheet.Draw(heading, sheet.Line(label, bold), FlowPaper.Left, baseline);
        var right = FlowPaper.Left + _columns[..(span + 1)].Sum(column => column.Width);
        sheet.DrawRight(sheet.Add(row, "TD"), sheet.Line(amount, bold), right, baseline);
        _paper.Y += height;
    }

    /// <summary>Leaves room below the table.</summary>
    public void End()
    {
        _paper.Sheet.DrawRule(CertificateStyle.Accent, 0.8, FlowPaper.Left, _paper.Right, _paper.Y);
        _paper.Y += 20;
    }

    private void GoOn()
    {
        _paper.Turn();
        var title = _paper.Sheet.Fit(11, _paper.Width - 60, size => [new(_title, _style.SerifBold(size)), new(", continued", _style.Lead(size))]);
        _paper.Sheet.DrawArtifact(title, FlowPaper.Left, _paper.Y + 4);
        _paper.Y += TitleHeight - 8;

        // The headings belong to the table once; here they are repetition.
        DrawHeadings(row: null);
    }

    private void DrawHeadings(StructureElement? row)
    {
        var sheet = _paper.Sheet;
        var baseline = _paper.Y + (HeadingHeight * 0.62);
        var x = FlowPaper.Left;
        foreach (var column in _columns)
        {
            var heading = sheet.Line(column.Heading, _style.Heading(6.8));
            var left = column.IsAmount ? x + column.Width - heading.Width : x;
            if (row is null)
            {
                sheet.DrawArtifact(heading, left, baseline);
            }
            else
            {
                sheet.Draw(sheet.Add(row, "TH", attributes: "<</O/Table/Scope/Column>>"), heading, left, baseline);
            }

            x += column.Width;
        }

        _paper.Y += HeadingHeight;
        sheet.DrawRule(CertificateStyle.Accent, 0.8, FlowPaper.Left, _paper.Right, _paper.Y);
    }

    private void DrawCell(StructureElement element, List<TextLine> lines, double x, FlowColumn column)
    {
        var y = _paper.Y + Padding;
        var page = _paper.Sheet.Page;
        page.Begin(element);
        foreach (var line in lines)
        {
            var leading = LeadingOf(line);
            page.DrawText(line, column.IsAmount ? x + column.Width - line.Width : x, y + (leading * 0.76));
            y += leading;
        }

        page.End();
    }

    private List<TextLine> Set(FlowCell cell, FlowColumn column)
    {
        var width = column.Width - (column.IsAmount ? 0 : Gap);
        var lines = new List<TextLine>(_typesetter.SetParagraph(width, cell.Text));
        if (cell.Note is { } note)
        {
            lines.AddRange(_typesetter.SetParagraph(width, note));
        }

        return lines;
    }

    private static double LeadingOf(TextLine line) => line.Size > NoteSize ? Leading : NoteLeading;
}
