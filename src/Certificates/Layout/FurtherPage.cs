using CmeOrleans.Certificates.Text;

namespace CmeOrleans.Certificates.Layout;

/// <summary>The head that the pages after the face share.</summary>
internal static class FurtherPage
{
    private const double Top = 64;

    /// <summary>Where the content of a further page must end, measured from the page's lower edge.</summary>
    public const double BottomInset = 56;

    /// <summary>Draws the head.</summary>
    /// <returns>Where the content may begin.</returns>
    public static double DrawHead(Sheet sheet, Typesetter typesetter, CertificateStyle style, CertificateWording wording)
    {
        var title = sheet.Line(wording.Title, style.Title(17));
        sheet.DrawArtifact(title, sheet.Right - title.Width, Top);
        var provider = sheet.Fit(11, sheet.Width - title.Width - 24, size => [new(wording.Content.Provider.Name, style.SerifBold(size))]);
        sheet.DrawArtifact(provider, Sheet.Left, Top);
        sheet.DrawRule(CertificateStyle.Gold, 0.7, Sheet.Left, sheet.Right, Top + 9);

        var name = sheet.Fit(19, sheet.Width, size => [new(wording.Content.LearnerName, style.Name(size))]);
        sheet.DrawArtifact(name, Sheet.Left, Top + 33);
        var y = Top + 50;
        foreach (var line in typesetter.SetParagraph(sheet.Width, new TextSpan(wording.Content.CourseTitle, style.Serif(12))))
        {
            sheet.DrawArtifact(line, Sheet.Left, y);
            y += 14;
        }

        return y + 6;
    }
}
