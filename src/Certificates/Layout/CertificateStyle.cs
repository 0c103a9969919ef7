using CmeOrleans.Certificates.Pdf;
using CmeOrleans.Certificates.Text;
using CmeOrleans.Certificates.Typefaces;

namespace CmeOrleans.Certificates.Layout;

/// <summary>The colours and text styles of a certificate, all in one place.</summary>
internal sealed class CertificateStyle(TypefaceLibrary library)
{
    /// <summary>Nearly black: names and titles.</summary>
    public static readonly InkColor Ink = new(24, 34, 38);

    /// <summary>A grey that still has a contrast of more than 7 to 1 on white: small print.</summary>
    public static readonly InkColor Muted = new(72, 84, 90);

    /// <summary>The deep green of the product: frame, title, seal.</summary>
    public static readonly InkColor Accent = new(14, 78, 80);

    /// <summary>An old gold for the finest lines.</summary>
    public static readonly InkColor Gold = new(168, 136, 76);

    /// <summary>Rules of tables.</summary>
    public static readonly InkColor Hairline = new(200, 206, 206);

    public static readonly InkColor Paper = new(255, 255, 255);

    public TextStyle Title(double size) => new(library.Serif, size, Accent, 0.012);

    public TextStyle Lead(double size) => new(library.SerifItalic, size, Muted);

    public TextStyle Name(double size) => new(library.SerifBold, size, Ink);

    public TextStyle Degrees(double size) => new(library.Serif, size, Ink);

    public TextStyle CourseTitle(double size) => new(library.SerifBold, size, Ink);

    public TextStyle Serif(double size) => new(library.Serif, size, Ink);

    public TextStyle SerifBold(double size) => new(library.SerifBold, size, Ink);

    public TextStyle SerifItalic(double size) => new(library.SerifItalic, size, Ink);

    public TextStyle Text(double size) => new(library.Sans, size, Ink);

    public TextStyle TextBold(double size) => new(library.SansBold, size, Ink);

    public TextStyle Small(double size) => new(library.Sans, size, Muted);

    public TextStyle SmallItalic(double size) => new(library.SansItalic, size, Muted);

    /// <summary>Small capitals' stand-in for table headings: bold, spaced and grey.</summary>
    public TextStyle Heading(double size) => new(library.SansBold, size, Muted, 0.06);
}
