using CmeOrleans.Certificates.Layout;

namespace CmeOrleans.Certificates;

/// <summary>QR codes for others than papers.</summary>
public static class QrModules
{
    /// <summary>The modules of the code of an address, row by row, with the quiet zone around it; true is dark.</summary>
    public static bool[][] Of(Uri address) => QrCode.Modules(address);
}
