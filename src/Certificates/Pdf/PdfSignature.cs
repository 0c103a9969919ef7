using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CmeOrleans.Domain;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>Signs a file by an update: the signature, a field that holds it, and the page and catalogue that name the field.</summary>
internal static class PdfSignature
{
    // Four numbers of up to ten digits: the parts of the file before and behind the signature, as start and length.
    private const int RangeLength = 44;

    // Printed with the page (4), as ISO 19005-2, 6.3.2 wants it, and not to be changed (128). There is nothing to see: without an
    // area the field needs no appearance (6.3.3) and no place among the tags (ISO 14289-1, 7.18.4).
    private const int WidgetFlags = 132;

    private const int PageTreesDeepMax = 2;

    // The signature certifies the file: any change after it, such as a note over an amount, breaks it (1).
    private static ReadOnlySpan<byte> NoChanges =>
        "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]"u8;

    public static byte[] Add(PdfFileReader original, PaperSignature signature)
    {
        var update = new PdfUpdate(original);
        var (signatureNumber, fieldNumber, pageNumber) = (update.Reserve(), update.Reserve(), FirstPageOf(original));
        var (body, rangeAt, contentsAt) = SignatureOf(signature);
        var bodyAt = update.Write(signatureNumber, body);
        update.Write(fieldNumber, FieldOf(signatureNumber, pageNumber, signature.SignerName));
        update.Write(pageNumber, WithField(original.Body(pageNumber), fieldNumber));
        update.Write(PdfObjectNumbers.Catalog, WithForm(original.Body(PdfObjectNumbers.Catalog), fieldNumber, signatureNumber));

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
            .Raw(NoChanges)
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
        if (at < 0)
        {
            return new PdfBuffer().Raw(page[..^2]).Raw(annotations).Reference(fieldNumber).Raw("]>>"u8);
        }

        at += annotations.Length;
        return new PdfBuffer().Raw(page[..at]).Reference(fieldNumber).Raw(" "u8).Raw(page[at..]);
    }

    // There are signatures (1), and changes other than additions would break them (2).
    private static PdfBuffer WithForm(ReadOnlySpan<byte> catalog, int fieldNumber, int signatureNumber) => new PdfBuffer()
        .Raw(catalog[..^2]).Raw("/AcroForm<</SigFlags 3/Fields["u8).Reference(fieldNumber)
        .Raw("]>>/Perms<</DocMDP "u8).Reference(signatureNumber).Raw(">>>>"u8);

    // In a merged file the trees of the parts hang below one.
    private static int FirstPageOf(PdfFileReader original)
    {
        ReadOnlySpan<byte> kids = "/Kids["u8;

        var number = PdfObjectNumbers.Pages;
        for (var depth = 0; depth <= PageTreesDeepMax; depth++)
        {
            var body = original.Body(number);
            if (!body.StartsWith("<</Type/Pages"u8))
            {
                return number;
            }

            var at = body.IndexOf(kids);
            var isOurs = at >= 0 && Utf8Parser.TryParse(body[(at + kids.Length)..], out number, out _);
            Invariant.Require(isOurs, "A page tree of ours names its first page.");
        }

        throw new InvariantViolationException("Page trees of ours are two deep.");
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
