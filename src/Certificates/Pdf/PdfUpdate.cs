namespace CmeOrleans.Certificates.Pdf;

/// <summary>New objects, and new forms of old ones, behind the bytes of a finished file of ours, which stay as they are.</summary>
internal sealed class PdfUpdate
{
    private readonly PdfFileReader _original;
    private readonly PdfBuffer _buffer = new();
    private readonly SortedDictionary<int, int> _offsets = [];
    private int _objectsCount;

    /// <param name="original">A file without an update.</param>
    public PdfUpdate(PdfFileReader original)
    {
        _original = original;
        _objectsCount = original.ObjectsCount;
        _buffer.Raw(original.File.Span);
    }

    /// <summary>Takes the next object number; the object itself is written later.</summary>
    public int Reserve() => _objectsCount++;

    /// <returns>Where in the file the body begins.</returns>
    public int Write(int objectNumber, PdfBuffer body)
    {
        _offsets.Add(objectNumber, _buffer.Length);
        _buffer.Integer(objectNumber).Raw(" 0 obj\n"u8);
        var bodyAt = _buffer.Length;
        _buffer.Raw(body.Written.Span).Raw("\nendobj\n"u8);
        return bodyAt;
    }

    /// <summary>Writes the table of the new objects, which points to the table before, and the trailer.</summary>
    public byte[] Finish()
    {
        var (id, tableAt) = (PdfTrailer.IdOf(_buffer), _buffer.Length);
        _buffer.Raw("xref\n"u8);
        foreach (var (objectNumber, offset) in _offsets)
        {
            _buffer.Integer(objectNumber).Raw(" 1\n"u8);
            PdfTrailer.WriteEntry(_buffer, offset);
        }

        _buffer.Raw("trailer\n<<"u8).Raw(PdfFileReader.PreviousTable).Integer(_original.TableAt);
        PdfTrailer.Write(_buffer, tableAt, _objectsCount, _original.ReadId(), id);
        return _buffer.Written.ToArray();
    }
}
