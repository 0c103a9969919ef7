using CmeOrleans.Certificates.Typefaces;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>A document under construction: its pages, the fonts they use and the tree of their meaning.</summary>
internal sealed class PdfDocumentBuilder
{
    private readonly Dictionary<Typeface, PdfFont> _fonts = [];
    private readonly List<PdfPage> _pages = [];

    // By the order of their numbers in the parent tree, which follow those of the pages.
    private readonly List<(int AnnotationNumber, PdfBuffer Body, StructureElement Element)> _annotations = [];

    public PdfDocumentBuilder()
    {
        for (var number = 1; number <= PdfObjectNumbers.Count; number++)
        {
            File.Reserve();
        }
    }

    public PdfFile File { get; } = new();

    public StructureElement Root { get; } = StructureElement.CreateRoot();

    public PdfPage AddPage(double width, double height)
    {
        var page = new PdfPage(this, File.Reserve(), width, height);
        _pages.Add(page);
        return page;
    }

    public PdfFont FontOf(Typeface typeface)
    {
        if (!_fonts.TryGetValue(typeface, out var font))
        {
            font = new(typeface, $"F{_fonts.Count + 1}");
            _fonts.Add(typeface, font);
        }

        return font;
    }

    /// <summary>Takes in an annotation whose dictionary is still open.</summary>
    /// <returns>Its object number.</returns>
    public int AddAnnotation(StructureElement element, PdfBuffer body)
    {
        var annotationNumber = File.Reserve();
        _annotations.Add((annotationNumber, body, element));
        return annotationNumber;
    }

    public byte[] Finish(PdfDescription description)
    {
        var resources = WriteFonts();
        for (var index = 0; index < _pages.Count; index++)
        {
            WritePage(_pages[index], index, resources);
        }

        WritePageTree();
        WriteAnnotations();
        Root.WriteTo(File);
        PdfFrontMatter.WriteTo(File, description);
        PdfFrontMatter.WriteStructureRoot(File, _pages.Count + _annotations.Count);
        WriteParentTree();
        return File.Finish();
    }

    private int WriteFonts()
    {
        var resources = new PdfBuffer().Raw("<</Font<<"u8);
        foreach (var font in _fonts.Values)
        {
            resources.Raw("/"u8).Ascii(font.ResourceName).Raw(" "u8).Reference(font.WriteTo(File));
        }

        return File.Add(resources.Raw(">>>>"u8));
    }

    private void WritePage(PdfPage page, int index, int resources)
    {
        var content = File.AddStream([], page.Content.Span);
        var body = new PdfBuffer()
            .Raw("<</Type/Page/Parent "u8).Reference(PdfObjectNumbers.Pages)
            .Raw("/MediaBox[0 0 "u8).Number(page.Width).Raw(" "u8).Number(page.Height)
            .Raw("]/Resources "u8).Reference(resources)
            .Raw("/Contents "u8).Reference(content)
            .Raw("/Tabs/S/StructParents "u8).Integer(index);
        if (page.AnnotationNumbers.Count > 0)
        {
            body.Raw("/Annots["u8);
            foreach (var annotation in page.AnnotationNumbers)
            {
                body.Reference(annotation).Raw(" "u8);
            }

            body.Raw("]"u8);
        }

        File.Write(page.ObjectNumber, body.Raw(">>"u8).Written.Span);
    }

    private void WritePageTree()
    {
        var body = new PdfBuffer().Raw("<</Type/Pages/Count "u8).Integer(_pages.Count).Raw("/Kids["u8);
        foreach (var page in _pages)
        {
            body.Reference(page.ObjectNumber).Raw(" "u8);
        }

        File.Write(PdfObjectNumbers.Pages, body.Raw("]>>"u8).Written.Span);
    }

    private void WriteAnnotations()
    {
        for (var index = 0; index < _annotations.Count; index++)
        {
            var (annotationNumber, body, _) = _annotations[index];
            body.Raw("/StructParent "u8).Integer(_pages.Count + index).Raw(">>"u8);
            File.Write(annotationNumber, body.Written.Span);
        }
    }

    /// <summary>The way back from the marks on a page to the elements they belong to.</summary>
    private void WriteParentTree()
    {
        var tree = new PdfBuffer().Raw("<</Nums["u8);
        for (var index = 0; index < _pages.Count; index++)
        {
            var elements = new PdfBuffer().Raw("["u8);
            foreach (var elementNumber in _pages[index].ElementNumbers)
            {
                elements.Reference(elementNumber).Raw(" "u8);
            }

            tree.Integer(index).Raw(" "u8).Reference(File.Add(elements.Raw("]"u8))).Raw(" "u8);
        }

        for (var index = 0; index < _annotations.Count; index++)
        {
            tree.Integer(_pages.Count + index).Raw(" "u8).Reference(_annotations[index].Element.ObjectNumber).Raw(" "u8);
        }

        File.Write(PdfObjectNumbers.ParentTree, tree.Raw("]>>"u8).Written.Span);
    }
}
