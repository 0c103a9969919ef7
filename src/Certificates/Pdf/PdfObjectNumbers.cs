namespace CmeOrleans.Certificates.Pdf;

/// <summary>The objects that every file of ours begins with. Fixed, so that files can be merged without searching.</summary>
internal static class PdfObjectNumbers
{
    public const int Catalog = 1;
    public const int Pages = 2;
    public const int StructureRoot = 3;
    public const int ParentTree = 4;

    /// <summary>The structure element that holds all others.</summary>
    public const int DocumentElement = 5;

    public const int Information = 6;
    public const int Metadata = 7;
    public const int ColorProfile = 8;

    /// <summary>How many there are.</summary>
    public const int Count = 8;
}
