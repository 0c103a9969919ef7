using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>The end of a file: entries of the table that finds objects, and what follows the table.</summary>
internal static class PdfTrailer
{
    private const int FileIdLength = 16;

    /// <summary>An id that follows from the bytes that the file has so far.</summary>
    /// <returns>Hexadecimal digits.</returns>
    public static byte[] IdOf(PdfBuffer file) =>
        Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(file.Written.Span).AsSpan(0, FileIdLength)));

    public static void WriteEntry(PdfBuffer file, int offset) =>
        file.Ascii(offset.ToString("D10", CultureInfo.InvariantCulture)).Raw(" 00000 n \n"u8);

    /// <param name="file">The file up to its table.</param>
    /// <param name="tableAt">Where the table begins.</param>
    /// <param name="objectsCount">One more than the highest object number.</param>
    /// <param name="originalId">The id of the file as it was first written.</param>
    /// <param name="id">The id of the file as it is.</param>
    public static void Write(PdfBuffer file, int tableAt, int objectsCount, ReadOnlySpan<byte> originalId, ReadOnlySpan<byte> id) => file
        .Raw("/Size "u8).Integer(objectsCount)
        .Raw("/Root "u8).Reference(PdfObjectNumbers.Catalog).Raw("/Info "u8).Reference(PdfObjectNumbers.Information)
        .Raw("/ID[<"u8).Raw(originalId).Raw("><"u8).Raw(id)
        .Raw(">]>>\nstartxref\n"u8).Integer(tableAt).Raw("\n%%EOF\n"u8);
}
