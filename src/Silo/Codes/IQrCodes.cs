namespace CmeOrleans.Silo.Codes;

/// <summary>Makes QR codes, for pages to draw.</summary>
public interface IQrCodes
{
    /// <summary>The modules of the code of an address, row by row, with the quiet zone around it; true is dark.</summary>
    IReadOnlyList<IReadOnlyList<bool>> Create(Uri address);
}
