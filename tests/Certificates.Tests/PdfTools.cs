using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CmeOrleans.PaperTools;

namespace CmeOrleans.Certificates.Tests;

/// <summary>Looks into PDF files with the programs of Poppler, which share no code with ours.</summary>
internal static class PdfTools
{
    /// <summary>The text as a reader copies it, in reading order, with runs of white space made one space.</summary>
    public static string Text(byte[] pdf) => string.Join(' ', Run("pdftotext", pdf, "-raw", "-enc", "UTF-8", Poppler.FilePlace, "-").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text of each page.</summary>
    public static string[] Pages(byte[] pdf) => Run("pdftotext", pdf, "-layout", "-enc", "UTF-8", Poppler.FilePlace, "-").TrimEnd('\f').Split('\f');

    public static int PagesCount(byte[] pdf) => int.Parse(Information(pdf)["Pages"], CultureInfo.InvariantCulture);

    public static Dictionary<string, string> Information(byte[] pdf) => Run("pdfinfo", pdf, Poppler.FilePlace)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':', 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Trim());

    /// <summary>The tree of tags with the text that each holds.</summary>
    public static string Structure(byte[] pdf) => Run("pdfinfo", pdf, "-struct-text", Poppler.FilePlace);

    /// <summary>The lines of the table of fonts without its head.</summary>
    public static string[] Fonts(byte[] pdf) => [.. Run("pdffonts", pdf, Poppler.FilePlace).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    /// <summary>The words of each page with their boxes, in points from the top left.</summary>
    public static List<List<PdfWord>> Words(byte[] pdf)
    {
        var document = XDocument.Parse(Run("pdftotext", pdf, "-bbox", "-enc", "UTF-8", Poppler.FilePlace, "-").Replace("\f", "", StringComparison.Ordinal));
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return [.. document.Descendants(html + "page").Select(page => page.Elements(html + "word").Select(Word).ToList())];
    }

    /// <summary>The first page as grey values, row by row.</summary>
    public static (int Width, int Height, byte[] Pixels) Picture(byte[] pdf, int dotsPerInch)
    {
        var file = RunBytes("pdftoppm", pdf, "-gray", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", "1", "-l", "1", Poppler.FilePlace);
        var head = Encoding.ASCII.GetString(file, 0, 40).Split('\n');
        var size = head[1].Split(' ');
        var (width, height) = (int.Parse(size[0], CultureInfo.InvariantCulture), int.Parse(size[1], CultureInfo.InvariantCulture));
        return (width, height, file[^(width * height)..]);
    }

    private static PdfWord Word(XElement element)
    {
        return new(element.Value, At("xMin"), At("yMin"), At("xMax"), At("yMax"));

        double At(string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    private static string Run(string program, byte[] pdf, params string[] arguments) => Encoding.UTF8.GetString(RunBytes(program, pdf, arguments));

    private static byte[] RunBytes(string program, byte[] pdf, params string[] arguments)
    {
        var output = Poppler.Run(program, pdf, arguments);

        // Poppler complains on its error stream about files that it can show only in part.
        Assert.Equal("", output.Errors);
        Assert.Equal(0, output.ExitCode);
        return output.Printed;
    }
}
