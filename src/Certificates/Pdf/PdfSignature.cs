using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>Signs a file by an update: the signature, a field that holds it, and the page and catalogue that name the field.</summary>
internal static class PdfSignature
{
    // Four numbers of up to ten digits: the parts of the file before and behind the signature, as start and length.
    private const int RangeLength = 44;

    // Printed with the page (4), though there is nothing to see, since archival PDF wants it; and not to be changed (128).
    private const int WidgetFlags = 132;

    public static byte[] Add(PdfFileReader original, PaperSignature signature)
    {
        var update = new PdfUpdate(original);
        var (signatureNumber, fieldNumber, pageNumber) = (update.Reserve(), update.Reserve(), FirstPageOf(original));
        var (body, rangeAt, contentsAt) = SignatureOf(signature);
        var bodyAt = update.Write(signatureNumber, body);
        update.Write(fieldNumber, FieldOf(signatureNumber, pageNumber, signature.SignerName));
        update.Write(pageNumber, WithField(original.Body(pageNumber), fieldNumber));
        update.Write(PdfObjectNumbers.Catalog, WithForm(original.Body(PdfObjectNumbers.Catalog), fieldNumber));

        var file = update.Finish();
        var start = bodyAt + contentsAt;
        var end = bodyAt + body.Length - ">>".Length;
        var range = string.Create(CultureInfo.InvariantCulture, $"0 {start} {end} {file.Length - end}").PadRight(RangeLength);
        Encoding.ASCII.GetBytes(range, file.AsSpan(bodyAt + rangeAt));
        Put(signature.Sign([.. file.AsSpan(0, start), .. file.AsSpan(end)]), file.AsSpan(start + 1, 2 * signature.BytesMax));
        return file;
    }

    /// <summary>The signature with room for what is known only when the file is whole.</summary>
    private static (PdfBuffer Body, int RangeAt, int ContentsAt) SignatureOf(PaperSignature signature)
    {
        var signedAt = string.Create(CultureInfo.InvariantCulture, $"D:{signature.SignedAt.UtcDateTime:yyyyMMddHHmmss}Z");
        var body = new PdfBuffer()
            .Raw("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M"u8).HexString(Encoding.ASCII.GetBytes(signedAt))
            .Raw("/Name"u8).Text(signature.SignerName)
            .Raw("/ByteRange["u8);
        var rangeAt = body.Length;
        body.Ascii(new(' ', RangeLength)).Raw("]/Contents"u8);
        var contentsAt = body.Length;
        return (body.Raw("<"u8).Ascii(new('0', 2 * signature.BytesMax)).Raw(">>>"u8), rangeAt, contentsAt);
    }

    private static PdfBuffer FieldOf(int signatureNumber, int pageNumber, string signerName) => new PdfBuffer()
        .Raw("<</Type/Annot/Subtype/Widget/FT/Sig/Rect[0 0 0 0]/F "u8).Integer(WidgetFlags)
        .Raw("/T"u8).Text("Signature").Raw("/TU"u8).Text($"Signature of {signerName}")
        .Raw("/V "u8).Reference(signatureNumber).Raw("/P "u8).Reference(pageNumber).Raw(">>"u8);

    private static PdfBuffer WithField(ReadOnlySpan<byte> page, int fieldNumber)
    {
        ReadOnlySpan<byte> annotations = "/Annots["u8;

        var at = page.IndexOf(annotations);
        return at < 0
            ? new PdfBuffer().Raw(page[..^2]).Raw(annotations).Reference(fieldNumber).Raw("]>>"u8)
            : new PdfBuffer().Raw(page[..(at + annotations.Length)]).Reference(fieldNumber).Raw(" "u8).Raw(page[(at + annotations.Length)..]);
    }

    // 1: there are signatures. 2: viewers may only add to the file.
    private static PdfBuffer WithForm(ReadOnlySpan<byte> catalog, int fieldNumber) => new PdfBuffer()
        .Raw(catalog[..^2]).Raw("/AcroForm<</SigFlags 3/Fields["u8).Reference(fieldNumber).Raw("]>>>>"u8);

    // In a merged file a tree of pages hangs below another.
    private static int FirstPageOf(PdfFileReader original)
    {
        ReadOnlySpan<byte> kids = "/Kids["u8;

        var number = PdfObjectNumbers.Pages;
        while (original.Body(number) is var body && body.StartsWith("<</Type/Pages"u8))
        {
            var at = body.IndexOf(kids);
            var isOurs = at >= 0 && Utf8Parser.TryParse(body[(at + kids.Length)..], out number, out _);
            Domain.Invariant.Require(isOurs, "A page tree of ours names its first page.");
        }

        return number;
    }

    private static void Put(byte[] signature, Span<byte> room)
    {
        if (2 * signature.Length > room.Length)
        {
            throw new InvalidOperationException("The signature is larger than the room that was left for it.");
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), room);
    }
}
