using System.Buffers.Text;
using CmeOrleans.Domain;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>Puts files of ours one after another into one: pages as they are, with their fonts, links and structure.</summary>
internal sealed class PdfMerger
{
    private readonly PdfFile _file = new();
    private readonly PdfBuffer _pageTrees = new();
    private readonly PdfBuffer _structureTrees = new();
    private readonly PdfBuffer _parentKeys = new();
    private int _pagesCount;
    private int _parentKeysCount;

    private PdfMerger()
    {
        for (var number = 1; number <= PdfObjectNumbers.Count; number++)
        {
            _file.Reserve();
        }
    }

    /// <exception cref="InvalidDataException">One of the files is not of our making.</exception>
    public static byte[] Merge(IReadOnlyList<ReadOnlyMemory<byte>> files, PdfDescription description)
    {
        var merger = new PdfMerger();
        foreach (var file in files)
        {
            merger.Append(new(file));
        }

        return merger.Finish(description);
    }

    private void Append(PdfFileReader source)
    {
        var numbers = new int[source.ObjectsCount];
        var (pages, part) = (_file.Reserve(), _file.Reserve());
        numbers[PdfObjectNumbers.Pages] = pages;
        numbers[PdfObjectNumbers.DocumentElement] = part;

        // The tree of this file hangs below the one element that holds all parts.
        numbers[PdfObjectNumbers.StructureRoot] = PdfObjectNumbers.DocumentElement;
        for (var number = PdfObjectNumbers.Count + 1; number < numbers.Length; number++)
        {
            numbers[number] = _file.Reserve();
        }

        var renumbering = new PdfRenumbering(numbers, _parentKeysCount);
        for (var number = PdfObjectNumbers.Count + 1; number < numbers.Length; number++)
        {
            _file.Write(numbers[number], renumbering.Copy(source.Body(number)).Written.Span);
        }

        AppendPageTree(source, renumbering, pages);
        AppendStructureTree(source, renumbering, part);
        AppendParentKeys(source, numbers);
    }

    private void AppendPageTree(PdfFileReader source, PdfRenumbering renumbering, int number)
    {
        ReadOnlySpan<byte> head = "<</Type/Pages/Count "u8;

        var body = source.Body(PdfObjectNumbers.Pages);
        var isOurs = Utf8Parser.TryParse(Rest(body, head), out int count, out _);
        Invariant.Require(isOurs, "A page tree of ours begins with its count.");
        var tree = renumbering.Copy(body[..^2]).Raw("/Parent "u8).Reference(PdfObjectNumbers.Pages).Raw(">>"u8);
        _file.Write(number, tree.Written.Span);
        _pageTrees.Reference(number).Raw(" "u8);
        _pagesCount += count;
    }

    private void AppendStructureTree(PdfFileReader source, PdfRenumbering renumbering, int number)
    {
        var body = Rest(source.Body(PdfObjectNumbers.DocumentElement), "<</Type/StructElem/S/Document"u8);
        var tree = new PdfBuffer().Raw("<</Type/StructElem/S/Part"u8).Raw(renumbering.Copy(body).Written.Span);
        _file.Write(number, tree.Written.Span);
        _structureTrees.Reference(number).Raw(" "u8);
    }

    private void AppendParentKeys(PdfFileReader source, int[] numbers)
    {
        var entries = Rest(source.Body(PdfObjectNumbers.ParentTree), "<</Nums["u8);
        var offset = _parentKeysCount;
        while (Utf8Parser.TryParse(entries, out int key, out var keyLength))
        {
            var isOurs = Utf8Parser.TryParse(entries[(keyLength + 1)..], out int number, out var numberLength);
            Invariant.Require(isOurs && offset + key == _parentKeysCount, "Keys of our parent trees follow each other.");
            _parentKeys.Integer(_parentKeysCount).Raw(" "u8).Reference(numbers[number]).Raw(" "u8);
            _parentKeysCount++;
            entries = entries[(keyLength + 1 + numberLength + " 0 R "u8.Length)..];
        }
    }

    private byte[] Finish(PdfDescription description)
    {
        PdfFrontMatter.WriteTo(_file, description);
        PdfFrontMatter.WriteStructureRoot(_file, _parentKeysCount);
        _file.Write(
            PdfObjectNumbers.Pages,
            new PdfBuffer().Raw("<</Type/Pages/Count "u8).Integer(_pagesCount)
                .Raw("/Kids["u8).Raw(_pageTrees.Written.Span).Raw("]>>"u8).Written.Span);
        _file.Write(
            PdfObjectNumbers.DocumentElement,
            new PdfBuffer().Raw("<</Type/StructElem/S/Document/P "u8).Reference(PdfObjectNumbers.StructureRoot)
                .Raw("/K["u8).Raw(_structureTrees.Written.Span).Raw("]>>"u8).Written.Span);
        _file.Write(
            PdfObjectNumbers.ParentTree, new PdfBuffer().Raw("<</Nums["u8).Raw(_parentKeys.Written.Span).Raw("]>>"u8).Written.Span);
        return _file.Finish();
    }

    private static ReadOnlySpan<byte> Rest(ReadOnlySpan<byte> body, ReadOnlySpan<byte> head)
    {
        Invariant.Require(body.StartsWith(head), "The fixed objects of our files begin as they are written.");
        return body[head.Length..];
    }
}
