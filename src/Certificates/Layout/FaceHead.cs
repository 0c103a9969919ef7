using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Layout;

/// <summary>The upper part of the face, from the provider's name to the amount, set at one scale.</summary>
internal sealed class FaceHead(Sheet sheet, Typesetter typesetter, CertificateStyle style, CertificateWording wording, double scale)
{
    private const double NameSizeOfOneLineMin = 21;
    private const int CourseTitleLinesMax = 3;

    private static readonly double[] CourseTitleSizes = [22, 20, 18, 16, 14, 12, 10, 8.5];

    private readonly List<FaceBlock> _blocks = [];

    private double LeadSize => 14 * scale;

    /// <summary>Sets the parts; nothing is drawn before a block's turn comes.</summary>
    public List<FaceBlock> Blocks()
    {
        AddProvider();
        AddLine("H1", sheet.Fit(34 * scale, sheet.Width, size => [new(wording.Title, style.Title(size))]), 7, 15);
        _blocks.Add(new(6, 5 * scale, 10, DrawOrnament));
        AddLine("P", sheet.Line("This is to certify that", style.Lead(LeadSize)), 5, 15);
        AddName();
        AddDiplomate();
        AddLine("P", sheet.Line(wording.BeforeCourse, style.Lead(LeadSize)), 4, 13);
        AddCourseTitle();
        AddLine("P", sheet.Fit(9.2, sheet.Width, size => [new(wording.Details, style.Small(size))]), 3, 9);
        AddLine("P", sheet.Line(wording.BeforeAmount, style.Lead(LeadSize)), 5, 14);
        AddLine("P", sheet.Fit(24 * scale, sheet.Width, AmountSpans), 1, 4);
        return _blocks;
    }

    private TextSpan[] AmountSpans(double size) =>
        [.. wording.Amount(wording.Content.AmountClaimed, style.SerifBold(size), style.Serif(size), style.SerifItalic(size))];

    private TextSpan[] NameSpans(double size) => string.IsNullOrWhiteSpace(wording.Content.LearnerDegrees)
        ? [new(wording.Content.LearnerName, style.Name(size))]
        :
        [
            new(wording.Content.LearnerName, style.Name(size)),
            new(", " + wording.Content.LearnerDegrees, style.Degrees(size * 0.62)),
        ];

    private void AddProvider()
    {
        AddLine("P", sheet.Fit(15 * scale, sheet.Width, size => [new(wording.Content.Provider.Name, style.SerifBold(size))]), 0, 0);
        if (wording.JointProviders is { } partners)
        {
            AddLines(typesetter.SetEvenParagraph(sheet.Width, new TextSpan(partners, style.Lead(11 * scale))), 0, 1);
        }

        AddLine("P", sheet.Fit(8.2, sheet.Width, size => [new(wording.Address, style.Small(size))]), 1, 3);
    }

    private void AddName()
    {
        var oneLine = sheet.Fit(38 * scale, sheet.Width, NameSpans);
        if (oneLine.Size >= NameSizeOfOneLineMin * scale)
        {
            AddLine("P", oneLine, 3, 9);
            return;
        }

        // A very long name stands in two lines, as large as they allow; even a hundred capitals W fit in the end.
        var size = NameSizeOfOneLineMin * 1.3 * scale;
        var lines = typesetter.SetEvenParagraph(sheet.Width, NameSpans(size));
        while (lines.Count > 2)
        {
            size *= 0.94;
            lines = typesetter.SetEvenParagraph(sheet.Width, NameSpans(size));
        }

        AddLines(lines, 2, 5);
    }

    private void AddDiplomate()
    {
        if (wording.Diplomate is { } diplomate)
        {
            AddLine("P", sheet.Fit(11 * scale, sheet.Width, size => [new(diplomate, style.Text(size))]), 1, 4);
        }
    }

    private void AddCourseTitle()
    {
        // The last size is taken with as many lines as it needs: a title is never cut.
        IReadOnlyList<TextLine> lines = [];
        foreach (var size in CourseTitleSizes)
        {
            var span = new TextSpan(wording.Content.CourseTitle, style.CourseTitle(size * scale));
            lines = typesetter.SetEvenParagraph(sheet.Width - 40, span);
            if (lines.Count == 1 || (lines.Count <= CourseTitleLinesMax && size < CourseTitleSizes[0]))
            {
                break;
            }
        }

        AddLines(lines, 2, 8);
    }

    private void AddLine(string type, TextLine line, double gapMin, double gapIdeal)
    {
        var size = line.Size;
        _blocks.Add(new(size * 1.16, gapMin * scale, gapIdeal, top =>
            sheet.DrawCentered(sheet.Add(sheet.Root, type), line, top + (size * 0.88))));
    }

    private void AddLines(IReadOnlyList<TextLine> lines, double gapMin, double gapIdeal)
    {
        if (lines.Count == 0)
        {
            return;
        }

        var leading = lines.Max(line => line.Size) * 1.2;
        _blocks.Add(new(leading * lines.Count, gapMin * scale, gapIdeal, top =>
        {
            var element = sheet.Add(sheet.Root, "P");
            for (var index = 0; index < lines.Count; index++)
            {
                sheet.DrawCentered(element, lines[index], top + (leading * (index + 0.75)));
            }
        }));
    }

    private void DrawOrnament(double top)
    {
        var y = top + 3;
        sheet.Page.BeginArtifact();
        sheet.Page.Stroke(CertificateStyle.Gold, 0.7).DrawLine(sheet.Center - 110, y, sheet.Center - 9, y);
        sheet.Page.DrawLine(sheet.Center + 9, y, sheet.Center + 110, y);
        sheet.Page.Fill(CertificateStyle.Gold);
        PageFrame.DrawDiamond(sheet.Page, sheet.Center, y, 3.4);
        sheet.Page.End();
    }
}
