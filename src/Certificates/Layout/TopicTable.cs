using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;
using CmeOrleans.Domain.Certificates;

namespace CmeOrleans.Certificates.Layout;

/// <summary>The table of topics, set for a width and a size, in one column or two.</summary>
internal sealed class TopicTable
{
    private const double Leading = 1.32;
    private const double Gutter = 30;

    private readonly CertificateStyle _style;
    private readonly CertificateWording _wording;
    private readonly double _size;
    private readonly double _width;
    private readonly double _padding;
    private readonly double _dateWidth;
    private readonly double _amountWidth;
    private readonly List<TopicRow> _rows = [];

    public TopicTable(
        Typesetter typesetter, CertificateStyle style, CertificateWording wording, double width, double size, int columnsCount)
    {
        (_style, _wording, _size) = (style, wording, size);
        _width = (width - (Gutter * (columnsCount - 1))) / columnsCount;
        _padding = size * (columnsCount == 1 ? 0.3 : 0.2);
        (_dateWidth, _amountWidth) = (size * 8.2, size * 9.4);
        var titleWidth = _width - _dateWidth - _amountWidth;
        foreach (var topic in wording.Content.Topics)
        {
            _rows.Add(SetRow(typesetter, topic, titleWidth));
        }

        FirstColumnCount = columnsCount == 1 ? _rows.Count : CountOfBalancedColumn();
    }

    public int RowsCount => _rows.Count;

    /// <summary>The rows of the left column; all of them where there is one column.</summary>
    public int FirstColumnCount { get; }

    public double HeadingHeight => (_size * Leading) + _padding;

    public double TotalHeight => (_size * Leading) + (2.4 * _padding);

    /// <summary>The height of heading, rows and total.</summary>
    public double Height => HeadingHeight + Math.Max(RowsHeight(0, FirstColumnCount), RowsHeight(FirstColumnCount, _rows.Count)) + TotalHeight;

    /// <summary>Draws all of the table.</summary>
    public void Draw(Sheet sheet, StructureElement parent, double x, double y)
    {
        var table = sheet.Add(parent, "Table");
        DrawHeading(sheet, table, x, y);
        DrawRows(sheet, table, 0, FirstColumnCount, x, y + HeadingHeight);
        var right = x + _width;
        if (FirstColumnCount < _rows.Count)
        {
            right += Gutter + _width;
            DrawHeading(sheet, null, x + _width + Gutter, y);
            DrawRows(sheet, table, FirstColumnCount, _rows.Count, x + _width + Gutter, y + HeadingHeight);
        }

        DrawTotal(sheet, table, x, right, y + Height - TotalHeight);
    }

    /// <summary>How many rows from <paramref name="first"/> on fit into a height; at least one, so that work ends.</summary>
    public int CountThatFits(int first, double height)
    {
        var count = 1;
        var used = _rows[first].Height;
        while (first + count < _rows.Count && used + _rows[first + count].Height <= height)
        {
            used += _rows[first + count].Height;
            count++;
        }

        return count;
    }

    public double RowsHeight(int first, int end)
    {
        var height = 0.0;
        for (var index = first; index < end; index++)
        {
            height += _rows[index].Height;
        }

        return height;
    }

    /// <summary>Draws the headings, as part of the table or, where they are repeated, as ornament.</summary>
    public void DrawHeading(Sheet sheet, StructureElement? table, double x, double y)
    {
        var baseline = y + (_size * 0.95);
        var style = _style.Heading(_size * 0.82);
        var (topic, date, amount) = (sheet.Line("TOPIC", style), sheet.Line("COMPLETED", style), sheet.Line(_wording.AmountHeading, style));
        var row = table is null ? null : sheet.Add(table, "TR");
        DrawHeadingCell(sheet, row, topic, x, baseline);
        DrawHeadingCell(sheet, row, date, x + _width - _amountWidth - _dateWidth, baseline);
        DrawHeadingCell(sheet, row, amount, x + _width - amount.Width, baseline);
        sheet.DrawRule(CertificateStyle.Accent, 0.8, x, x + _width, y + HeadingHeight);
    }

    public void DrawRows(Sheet sheet, StructureElement table, int first, int end, double x, double y)
    {
        for (var index = first; index < end; index++)
        {
            var row = _rows[index];
            var element = sheet.Add(table, "TR");
            var title = sheet.Add(element, "TD");
            var baseline = y + _padding + (_size * 1.02);
            sheet.Page.Begin(title);
            for (var line = 0; line < row.Title.Count; line++)
            {
                sheet.Page.DrawText(row.Title[line], x, baseline + (line * _size * Leading));
            }

            sheet.Page.End();
            sheet.Draw(sheet.Add(element, "TD"), row.Date, x + _width - _amountWidth - _dateWidth, baseline);
            sheet.DrawRight(sheet.Add(element, "TD"), row.Amount, x + _width, baseline);
            y += row.Height;
            sheet.DrawRule(CertificateStyle.Hairline, 0.4, x, x + _width, y);
        }
    }

    public void DrawTotal(Sheet sheet, StructureElement table, double left, double right, double y)
    {
        var baseline = y + (1.2 * _padding) + (_size * 1.02);
        var row = sheet.Add(table, "TR");
        var (label, amount) = (sheet.Line("Total", _style.TextBold(_size)), sheet.Line(_wording.Content.AmountClaimed.ToString(), _style.TextBold(_size)));
        sheet.DrawRule(CertificateStyle.Accent, 0.8, left, right, y);
        var heading = sheet.Add(row, "TH", attributes: "<</O/Table/Scope/Row/ColSpan 2>>");
        sheet.Draw(heading, label, left, baseline);
        sheet.DrawRight(sheet.Add(row, "TD"), amount, right, baseline);
    }

    private static void DrawHeadingCell(Sheet sheet, StructureElement? row, TextLine line, double x, double baseline)
    {
        if (row is null)
        {
            sheet.DrawArtifact(line, x, baseline);
            return;
        }

        sheet.Draw(sheet.Add(row, "TH", attributes: "<</O/Table/Scope/Column>>"), line, x, baseline);
    }

    private TopicRow SetRow(Typesetter typesetter, CertificateTopic topic, double titleWidth)
    {
        var (text, small) = (_style.Text(_size), _style.Small(_size));
        var title = typesetter.SetParagraph(titleWidth - _size, new TextSpan(topic.Title, text));
        return new(
            title,
            typesetter.SetLine(new TextSpan(CertificateWording.ShortDate(topic.CompletedOn), small)),
            typesetter.SetLine(new TextSpan(topic.Amount.ToString(), text)),
            (Math.Max(1, title.Count) * _size * Leading) + (2 * _padding));
    }

    private int CountOfBalancedColumn()
    {
        var count = (_rows.Count + 1) / 2;
        while (count < _rows.Count && RowsHeight(0, count) < RowsHeight(count, _rows.Count))
        {
            count++;
        }

        return count;
    }
}
