using CmeOrleans.Certificates.Pdf;
using QRCoder;

namespace CmeOrleans.Certificates.Layout;

/// <summary>A QR code as filled rectangles, sharp at every size.</summary>
internal sealed class QrCode
{
    private const int QuietZoneModules = 4;

    private readonly bool[][] _modules;
    private readonly double _module;

    /// <param name="size">The side of the square in points, quiet zone included; it is rounded down a little.</param>
    public QrCode(Uri address, double size)
    {
        _modules = Modules(address);

        // Whole hundredths of a point, so that rows meet exactly after coordinates are rounded.
        _module = Math.Floor(size * 100 / _modules.Length) / 100;
    }

    public double Size => _module * _modules.Length;

    public double QuietZone => _module * QuietZoneModules;

    /// <summary>The modules of the code, row by row, with the quiet zone around it; true is dark.</summary>
    public static bool[][] Modules(Uri address)
    {
        // Level M bears the loss of 15 %: a fold or a stamp.
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        return [.. data.ModuleMatrix.Select(row => row.Cast<bool>().ToArray())];
    }

    /// <summary>Draws the code; neighbouring dark modules of a row become one rectangle.</summary>
    public void Draw(PdfPage page, double x, double y)
    {
        page.Fill(CertificateStyle.Ink);
        for (var row = 0; row < _modules.Length; row++)
        {
            var column = 0;
            while (column < _modules.Length)
            {
                var start = column;
                while (column < _modules.Length && _modules[row][column])
                {
                    column++;
                }

                if (column > start)
                {
                    page.Rectangle(x + (start * _module), y + (row * _module), (column - start) * _module, _module);
                }

                column++;
            }
        }

        page.FillPath();
    }
}
