using System.Globalization;
using System.Text;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>The objects of a document that are not pages: catalogue, information, metadata and colour profile.</summary>
internal static class PdfFrontMatter
{
    public const string Language = "en-US";

    public const string Producer = "CmeOrleans";

    /// <summary>Writes the objects whose numbers are fixed, but for those of pages and structure.</summary>
    public static void WriteTo(PdfFile file, PdfDescription description)
    {
        file.Write(PdfObjectNumbers.Catalog, Catalog().Written.Span);
        file.Write(PdfObjectNumbers.Information, Information(description).Written.Span);
        file.WritePlainStream(
            PdfObjectNumbers.Metadata, "/Type/Metadata/Subtype/XML"u8, Encoding.UTF8.GetBytes(XmpMetadata.Create(description, Producer)));
        file.WriteStream(PdfObjectNumbers.ColorProfile, "/N 3"u8, ColorProfile.Create());
    }

    /// <param name="parentKeysCount">The number of keys in the parent tree.</param>
    public static void WriteStructureRoot(PdfFile file, int parentKeysCount) => file.Write(
        PdfObjectNumbers.StructureRoot,
        new PdfBuffer().Raw("<</Type/StructTreeRoot/K "u8).Reference(PdfObjectNumbers.DocumentElement)
            .Raw("/ParentTree "u8).Reference(PdfObjectNumbers.ParentTree)
            .Raw("/ParentTreeNextKey "u8).Integer(parentKeysCount).Raw(">>"u8).Written.Span);

    private static PdfBuffer Catalog() => new PdfBuffer()
        .Raw("<</Type/Catalog/Pages "u8).Reference(PdfObjectNumbers.Pages)
        .Raw("/Lang"u8).Text(Language)
        .Raw("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot "u8)
        .Reference(PdfObjectNumbers.StructureRoot)
        .Raw("/Metadata "u8).Reference(PdfObjectNumbers.Metadata)
        .Raw("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier"u8).Text("sRGB")
        .Raw("/Info"u8).Text("sRGB")
        .Raw("/DestOutputProfile "u8).Reference(PdfObjectNumbers.ColorProfile).Raw(">>]>>"u8);

    private static PdfBuffer Information(PdfDescription description)
    {
        var created = string.Create(CultureInfo.InvariantCulture, $"D:{description.CreatedOn:yyyyMMdd}000000Z");
        return new PdfBuffer()
            .Raw("<</Title"u8).Text(description.Title)
            .Raw("/Author"u8).Text(description.Author)
            .Raw("/Subject"u8).Text(description.Subject)
            .Raw("/Creator"u8).Text(Producer)
            .Raw("/Producer"u8).Text(Producer)
            .Raw("/CreationDate"u8).HexString(Encoding.ASCII.GetBytes(created))
            .Raw("/ModDate"u8).HexString(Encoding.ASCII.GetBytes(created)).Raw(">>"u8);
    }
}
