using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>One page while it is drawn. Positions are in points from the top left corner.</summary>
internal sealed class PdfPage(PdfDocumentBuilder document, int objectNumber, double width, double height)
{
    // The distance of a Bézier curve's handles for a quarter of a circle of radius one.
    private const double CircleHandle = 0.5522847498;

    private readonly PdfBuffer _content = new();
    private readonly List<int> _elementNumbers = [];
    private readonly List<int> _annotationNumbers = [];

    public int ObjectNumber { get; } = objectNumber;

    public double Width { get; } = width;

    public double Height { get; } = height;

    public ReadOnlyMemory<byte> Content => _content.Written;

    /// <summary>The structure elements to which the marked parts of this page belong, by their number on the page.</summary>
    public IReadOnlyList<int> ElementNumbers => _elementNumbers;

    public IReadOnlyList<int> AnnotationNumbers => _annotationNumbers;

    /// <summary>Whatever is drawn until <see cref="End"/> belongs to that element.</summary>
    public void Begin(StructureElement element)
    {
        _content.Raw("/"u8).Ascii(element.Type).Raw("<</MCID "u8).Integer(_elementNumbers.Count).Raw(">>BDC\n"u8);
        element.AddContent(ObjectNumber, _elementNumbers.Count);
        _elementNumbers.Add(element.ObjectNumber);
    }

    /// <summary>Whatever is drawn until <see cref="End"/> is ornament or repetition, and screen readers pass over it.</summary>
    public void BeginArtifact() => _content.Raw("/Artifact BMC\n"u8);

    public void End() => _content.Raw("EMC\n"u8);

    /// <summary>Draws a line of text with its first glyph at <paramref name="x"/> and its baseline at <paramref name="y"/>.</summary>
    public void DrawText(TextLine line, double x, double y)
    {
        _content.Raw("BT 1 0 0 1 "u8);
        Point(x, y).Raw("Tm\n"u8);
        var position = 0;
        while (position < line.Glyphs.Count)
        {
            position = DrawRun(line.Glyphs, position);
        }

        _content.Raw("ET\n"u8);
    }

    public PdfPage Fill(InkColor color) => Operator(color, "rg\n"u8);

    public PdfPage Stroke(InkColor color, double lineWidth)
    {
        Operator(color, "RG\n"u8);
        _content.Number(lineWidth).Raw(" w\n"u8);
        return this;
    }

    public PdfPage MoveTo(double x, double y) => Then(Point(x, y).Raw("m\n"u8));

    public PdfPage LineTo(double x, double y) => Then(Point(x, y).Raw("l\n"u8));

    public PdfPage CurveTo(double x1, double y1, double x2, double y2, double x, double y)
    {
        Point(x1, y1);
        Point(x2, y2);
        return Then(Point(x, y).Raw("c\n"u8));
    }

    public PdfPage Rectangle(double x, double y, double width, double height)
    {
        Point(x, y + height);
        return Then(_content.Number(width).Raw(" "u8).Number(height).Raw(" re\n"u8));
    }

    public PdfPage Circle(double x, double y, double radius)
    {
        var handle = radius * CircleHandle;
        return MoveTo(x + radius, y)
            .CurveTo(x + radius, y + handle, x + handle, y + radius, x, y + radius)
            .CurveTo(x - handle, y + radius, x - radius, y + handle, x - radius, y)
            .CurveTo(x - radius, y - handle, x - handle, y - radius, x, y - radius)
            .CurveTo(x + handle, y - radius, x + radius, y - handle, x + radius, y)
            .ClosePath();
    }

    public PdfPage ClosePath() => Then(_content.Raw("h\n"u8));

    public void FillPath() => _content.Raw("f\n"u8);

    public void StrokePath() => _content.Raw("S\n"u8);

    public void DrawLine(double x1, double y1, double x2, double y2) => MoveTo(x1, y1).LineTo(x2, y2).StrokePath();

    /// <summary>Makes a part of the page a link to a web address.</summary>
    public void AddLink(StructureElement element, Uri address, string description, double x, double y, double width, double height)
    {
        var body = new PdfBuffer()
            .Raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["u8)
            .Number(x).Raw(" "u8).Number(Height - y - height).Raw(" "u8)
            .Number(x + width).Raw(" "u8).Number(Height - y)
            .Raw("]/P "u8).Reference(ObjectNumber)
            .Raw("/Contents"u8).Text(description)
            .Raw("/A<</S/URI/URI"u8).HexString(System.Text.Encoding.ASCII.GetBytes(address.AbsoluteUri)).Raw(">>"u8);
        var annotationNumber = document.AddAnnotation(element, body);
        element.AddAnnotation(ObjectNumber, annotationNumber);
        _annotationNumbers.Add(annotationNumber);
    }

    private int DrawRun(ArraySegment<SetGlyph> glyphs, int start)
    {
        var first = glyphs[start];
        var font = document.FontOf(first.Typeface);
        Fill(first.Color);
        _content.Raw("/"u8).Ascii(font.ResourceName).Raw(" "u8).Number(first.Size).Raw(" Tf["u8);
        var isOpen = false;
        var position = start;
        for (; position < glyphs.Count && IsSameStyle(first, glyphs[position]); position++)
        {
            var glyph = glyphs[position];
            _content.Raw(isOpen ? [] : "<"u8).Hex(font.NumberOf(glyph.Glyph, glyph.CodePoint));

            // PDF counts what is taken away from the distance, in thousandths of the size.
            var correction = (int)Math.Round((glyph.NaturalAdvance - glyph.Advance) * 1_000 / glyph.Size);
            isOpen = correction == 0;
            if (!isOpen)
            {
                _content.Raw(">"u8).Integer(correction);
            }
        }

        _content.Raw(isOpen ? ">]TJ\n"u8 : "]TJ\n"u8);
        return position;
    }

    private static bool IsSameStyle(SetGlyph first, SetGlyph next) =>
        ReferenceEquals(first.Typeface, next.Typeface) && first.Size == next.Size && first.Color == next.Color;

    private PdfPage Operator(InkColor color, ReadOnlySpan<byte> name)
    {
        Part(color.Red);
        Part(color.Green);
        Part(color.Blue);
        return Then(_content.Raw(name));

        void Part(byte part) => _content.Number(part / 255.0).Raw(" "u8);
    }

    // PDF measures from the bottom of the page.
    private PdfBuffer Point(double x, double y) => _content.Number(x).Raw(" "u8).Number(Height - y).Raw(" "u8);

    private PdfPage Then(PdfBuffer content)
    {
        _ = content;
        return this;
    }
}
