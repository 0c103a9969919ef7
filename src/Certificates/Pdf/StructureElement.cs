namespace CmeOrleans.Certificates.Pdf;

/// <summary>A node of the tree that tells screen readers what the marks on the pages mean and in which order to read them.</summary>
internal sealed class StructureElement
{
    private readonly List<Kid> _kids = [];

    private StructureElement(string type, int objectNumber, int parentNumber)
    {
        Type = type;
        ObjectNumber = objectNumber;
        ParentNumber = parentNumber;
    }

    /// <summary>A standard structure type such as <c>P</c> or <c>Table</c>.</summary>
    public string Type { get; }

    public int ObjectNumber { get; }

    public int ParentNumber { get; }

    /// <summary>What is read instead of a figure.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>An attribute dictionary in PDF syntax.</summary>
    public string? Attributes { get; init; }

    public static StructureElement CreateRoot() =>
        new("Document", PdfObjectNumbers.DocumentElement, PdfObjectNumbers.StructureRoot);

    public StructureElement Add(PdfFile file, string type, string? alternativeText = null, string? attributes = null)
    {
        var element = new StructureElement(type, file.Reserve(), ObjectNumber)
        {
            AlternativeText = alternativeText,
            Attributes = attributes,
        };
        _kids.Add(new(element, 0, 0, 0));
        return element;
    }

    public void AddContent(int pageNumber, int contentId) => _kids.Add(new(null, pageNumber, contentId, 0));

    public void AddAnnotation(int pageNumber, int annotationNumber) => _kids.Add(new(null, pageNumber, 0, annotationNumber));

    /// <summary>Writes this element and all below it.</summary>
    public void WriteTo(PdfFile file)
    {
        var body = new PdfBuffer()
            .Raw("<</Type/StructElem/S/"u8).Ascii(Type).Raw("/P "u8).Reference(ParentNumber);
        if (AlternativeText is not null)
        {
            body.Raw("/Alt"u8).Text(AlternativeText);
        }

        if (Attributes is not null)
        {
            body.Raw("/A"u8).Ascii(Attributes);
        }

        body.Raw("/K["u8);
        foreach (var kid in _kids)
        {
            WriteKid(body, kid);
        }

        file.Write(ObjectNumber, body.Raw("]>>"u8).Written.Span);
        foreach (var kid in _kids)
        {
            kid.Element?.WriteTo(file);
        }
    }

    private static void WriteKid(PdfBuffer body, Kid kid)
    {
        if (kid.Element is { } element)
        {
            body.Reference(element.ObjectNumber).Raw(" "u8);
        }
        else if (kid.AnnotationNumber != 0)
        {
            body.Raw("<</Type/OBJR/Pg "u8).Reference(kid.PageNumber).Raw("/Obj "u8).Reference(kid.AnnotationNumber).Raw(">>"u8);
        }
        else
        {
            body.Raw("<</Type/MCR/Pg "u8).Reference(kid.PageNumber).Raw("/MCID "u8).Integer(kid.ContentId).Raw(">>"u8);
        }
    }

    private readonly record struct Kid(StructureElement? Element, int PageNumber, int ContentId, int AnnotationNumber);
}
